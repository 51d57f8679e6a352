import { aSchool, type School, signIn } from './a-school.ts'
import { addSignals } from './bulk.ts'
import { addCases } from './bulk-cases.ts'
import { measureSearch } from './case-search.ts'
import { type Ask, expectStatus, median, summary } from './load.ts'
import { machineLoad } from './machine.ts'
import { type Program, untilSealed, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, say, whisper, whole } from './report.ts'

export type CasesOptions = { readonly turns: number }

const sizes = [10, 1_000, 100_000]
const listPage = 25
/** Of a case whose page is shown: an event, five facts. */
const entries = 6

/** The home page asks no database: what changes there is the machine's doing, not the size's. */
const acts = [
  'case page',
  'list',
  'list, page 20',
  'today',
  'this week',
  'case page, in 20',
  'list, in 20',
  'today, in 20',
  'write an entry',
  'bring in a signal',
  'home (control)',
] as const
type Act = (typeof acts)[number]

/** The acts whose page shows as much in a small school as in a large one. */
const flat: readonly Act[] = [
  'case page',
  'case page, in 20',
  'write an entry',
  'bring in a signal',
]

type Place = {
  readonly cases: number
  readonly school: School
  /** nothing when there is no such page */
  readonly asks: Readonly<Record<Act, ((turn: number) => Ask) | undefined>>
}

type Found = { readonly times: Map<Act, number[]>; readonly bytes: Map<Act, number> }

/**
 * The same acts in a school with 10, 1,000 and 100,000 cases, through HTTP with a session, one at a time. The
 * schools stand in one database and take turns, so that a busy moment of the machine meets them all. One
 * coordinator is in the circle of every case, one mentor in that of 20.
 */
export async function measureCases({ turns }: CasesOptions): Promise<boolean> {
  await withProgram(async (program) => {
    const places: Place[] = []
    for (const cases of sizes) {
      whisper(`cases: a school with ${cases}`)
      places.push(await placeWith(program, cases, turns + warmUp))
    }
    await program.pool.query('vacuum analyze')
    await program.pool.query('truncate trail_unsealed')
    const loads: number[] = []
    const found = new Map(places.map((place) => [place, nothingFound()]))
    for (let turn = 0; turn < turns + warmUp; turn += 1) {
      if (turn % 20 === 0) whisper(`cases: turn ${turn} of ${turns + warmUp}`)
      for (const act of acts) {
        for (const [place, { times, bytes }] of found) {
          const ask = place.asks[act]?.(turn)
          if (!ask) continue
          const started = performance.now()
          const answer = await program.sender.send(ask)
          if (turn >= warmUp) times.get(act)?.push(performance.now() - started)
          expectStatus(answer, ask.form ? 303 : 200)
          bytes.set(act, answer.body.length)
        }
      }
      loads.push(machineLoad())
    }
    await untilSealed(program)
    tell(found)
    say(`\nLoad of the machine meanwhile: ${ms(Math.min(...loads))} to ${ms(Math.max(...loads))}.`)
  })
  return measureSearch()
}

/** Not counted: the sixth time a question is asked on a connection, its plan is made for good. */
const warmUp = 20

const nothingFound = (): Found => ({
  times: new Map(acts.map((act) => [act, []])),
  bytes: new Map(),
})

async function placeWith(program: Program, cases: number, turns: number): Promise<Place> {
  const school = await aSchool(program, 50)
  const ids = await addCases(program, school, cases, { entries, ofFirstTeacher: 20 })
  // More than are brought in, so that the day of every school shows a page of them all along.
  await addSignals(program, school, turns + 50, 1)
  const asks = await asksOf(program, school, ids)
  return { cases, school, asks }
}

async function asksOf(
  program: Program,
  school: School,
  ids: readonly string[],
): Promise<Place['asks']> {
  const [coordinator] = school.coordinators
  const [mentor] = school.teachers
  if (!coordinator || !mentor) throw new Error('A school has a coordinator and a teacher.')
  // Each session may write 300 times a minute.
  const writers = await Promise.all(
    Array.from({ length: 8 }, () => signIn(program, coordinator.actor)),
  )
  const writer = (turn: number) => pick(writers, turn).cookie
  const open = ids.filter((_, at) => at % 10 !== 9)
  const some = (turn: number) => pick(open, turn * 7919)
  const { rows } = await program.pool.query<{ id: string }>(
    `select id from signal where organisation_id = $1 and state = 'new' order by look_before desc, id`,
    [school.id],
  )
  const own = await program.pool.query<{ id: string }>(
    `select case_id as id from case_circle where organisation_id = $1 and person_id = $2
      and ended_at is null and case_open order by case_id`,
    [school.id, mentor.actor.personId],
  )
  const mentors = own.rows.map(({ id }) => id)
  const lastOfPage19 = open.at(-19 * listPage)
  const get =
    ({ cookie }: { cookie: string }, path: string) =>
    (): Ask => ({ path, cookie })
  return {
    'case page': (turn) => ({ path: `/casussen/${some(turn)}`, cookie: coordinator.cookie }),
    list: get(coordinator, '/casussen'),
    'list, page 20': lastOfPage19 ? get(coordinator, `/casussen?voor=${lastOfPage19}`) : undefined,
    today: get(coordinator, '/vandaag'),
    'this week': get(coordinator, '/vandaag?wanneer=week'),
    'case page, in 20': (turn) => ({
      path: `/casussen/${pick(mentors, turn)}`,
      cookie: mentor.cookie,
    }),
    'list, in 20': get(mentor, '/casussen'),
    'today, in 20': get(mentor, '/vandaag'),
    'write an entry': (turn) => ({
      path: `/casussen/${pick(open, turn * 104_729 + 1)}/feit`,
      cookie: writer(turn),
      form: { text: 'Noor was er weer.', source: 'mentor', origin: 'own', moment: '' },
    }),
    'bring in a signal': (turn) => ({
      path: `/casussen/signaal/${rows[turn]?.id}`,
      cookie: writer(turn + 4),
      form: { case: pick(open, turn * 15_485_863 + 2) },
    }),
    'home (control)': () => ({ path: '/' }),
  }
}

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}

function tell(found: ReadonlyMap<Place, Found>): void {
  const all = [...found]
  const p50 = (at: number, act: Act) => median(all[at]?.[1].times.get(act) ?? [])
  const against = (at: number, act: Act) =>
    p50(at, act) > 0 ? ratio(p50(all.length - 1, act) / p50(at, act)) : ''
  printTable(
    'Cases: p50 (p95) in ms, what the page is in kB, and 100,000 against fewer',
    acts.map((act) => ({
      act,
      ...Object.fromEntries(
        all.map(([{ cases }, { times, bytes }]) => {
          const measured = times.get(act) ?? []
          const { p50, p95 } = summary(measured)
          const size = ((bytes.get(act) ?? 0) / 1000).toFixed(0)
          return [
            `${cases.toLocaleString('en')} cases`,
            measured.length > 0 ? `${ms(p50)} (${ms(p95)}) ${size} kB` : '',
          ]
        }),
      ),
      'of 10': against(0, act),
      'of 1,000': against(1, act),
    })),
  )
  const turns = all[0]?.[1].times.get('list')?.length ?? 0
  say(`\n${whole(turns)} times each, one at a time. With ten cases a list shows fewer lines.`)
  printAims(
    'Cases: aims',
    acts
      .filter((act) => act !== 'home (control)')
      .map((act) => {
        const from = flat.includes(act) ? 0 : 1
        const grew = p50(all.length - 1, act) / p50(from, act)
        const than = from === 0 ? 'ten' : '1,000, both a full page'
        return {
          aim: `${act}: 100,000 as fast as ${than} (within a quarter)`,
          found: ratio(grew),
          met: grew < 1.25,
        }
      }),
  )
}
