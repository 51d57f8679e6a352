import { aSchool, type School, signIn } from './a-school.ts'
import { addSignals } from './bulk.ts'
import { addCases } from './bulk-cases.ts'
import { measureSearch } from './case-search.ts'
import { type Ask, expectStatus, median, summary } from './load.ts'
import { machineLoad, watchUsage } from './machine.ts'
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
  'later',
  'case page, in 20',
  'list, in 20',
  'today, in 20',
  'write an entry',
  'bring in a signal',
  'page of 100 lines',
  'page of 5,000 lines',
  'home (control)',
] as const
type Act = (typeof acts)[number]

/** The acts whose page shows as much in a small school as in a large one. */
const flat: readonly Act[] = [
  'case page',
  'case page, in 20',
  'write an entry',
  'bring in a signal',
  'page of 100 lines',
  'page of 5,000 lines',
]

type Place = {
  readonly cases: number
  readonly school: School
  /** nothing when there is no such page */
  readonly asks: Readonly<Record<Act, ((turn: number) => Ask) | undefined>>
}

type Found = {
  readonly times: Map<Act, number[]>
  readonly bytes: Map<Act, number>
  /** milliseconds of processor of the program and of the database, for one */
  readonly effort: Map<Act, { program: number; database: number }>
}

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
      places.push(await placeWith(program, cases, turns + warmUp + counted))
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
    for (const act of acts) {
      for (const [place, { effort }] of found) {
        const ask = place.asks[act]
        if (ask) effort.set(act, await effortOf(program, ask, turns + warmUp))
      }
    }
    tell(found)
    say(`\nLoad of the machine meanwhile: ${ms(Math.min(...loads))} to ${ms(Math.max(...loads))}.`)
  })
  return measureSearch()
}

/** Not counted: the sixth time a question is asked on a connection, its plan is made for good. */
const warmUp = 20

/** So many of one act after another that the clock ticks of the system count their processor time well. */
const counted = 25

async function effortOf(program: Program, ask: (turn: number) => Ask, from: number) {
  const usage = watchUsage(program.pid, program.postmaster)
  const started = performance.now()
  for (let at = 0; at < counted; at += 1) await program.sender.send(ask(from + at))
  const used = usage()
  const each = (performance.now() - started) / counted
  return { program: used.program * each, database: used.database * each }
}

const nothingFound = (): Found => ({
  times: new Map(acts.map((act) => [act, []])),
  bytes: new Map(),
  effort: new Map(),
})

async function placeWith(program: Program, cases: number, turns: number): Promise<Place> {
  const school = await aSchool(program, 50)
  const ids = await addCases(program, school, cases, { entries, ofFirstTeacher: 20 })
  // More than are brought in, so that the day of every school shows a page of them all along.
  await addSignals(program, school, turns + 50, 1)
  const more = (count: number, lines: number) =>
    addCases(program, school, count, { entries: lines, ofFirstTeacher: 1 })
  const extra: Extra = {
    written: await more(10, entries),
    long: [...(await more(1, 100)), ...(await more(1, 5_000))],
  }
  const asks = await asksOf(program, school, ids, extra)
  return { cases, school, asks }
}

/** Cases besides those that are counted: to write in, so that what is read stays as it was; and with long lines. */
type Extra = { readonly written: readonly string[]; readonly long: readonly string[] }

async function asksOf(
  program: Program,
  school: School,
  ids: readonly string[],
  { written, long: [hundred = '', thousands = ''] }: Extra,
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
      and ended_at is null and case_open and case_id = any($3) order by case_id`,
    [school.id, mentor.actor.personId, ids],
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
    later: get(coordinator, '/vandaag?wanneer=later'),
    'case page, in 20': (turn) => ({
      path: `/casussen/${pick(mentors, turn)}`,
      cookie: mentor.cookie,
    }),
    'list, in 20': get(mentor, '/casussen'),
    'today, in 20': get(mentor, '/vandaag'),
    'write an entry': (turn) => ({
      path: `/casussen/${pick(written, turn % 9)}/feit`,
      cookie: writer(turn),
      form: { text: 'Noor was er weer.', source: 'mentor', origin: 'own', moment: '' },
    }),
    'bring in a signal': (turn) => ({
      path: `/casussen/signaal/${rows[turn]?.id}`,
      cookie: writer(turn + 4),
      form: { case: pick(written, turn % 9) },
    }),
    'page of 100 lines': get(coordinator, `/casussen/${hundred}`),
    'page of 5,000 lines': get(coordinator, `/casussen/${thousands}`),
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
  const columns = (cell: (one: Found, act: Act) => string) => (act: Act) => ({
    act,
    ...Object.fromEntries(
      all.map(([{ cases }, one]) => [`${cases.toLocaleString('en')} cases`, cell(one, act)]),
    ),
  })
  const against = (value: (at: number, act: Act) => number) => (act: Act) => {
    const [last, small, middle] = [value(all.length - 1, act), value(0, act), value(1, act)]
    return {
      'of 10': small > 0 ? ratio(last / small) : '',
      'of 1,000': middle > 0 ? ratio(last / middle) : '',
    }
  }
  const times = columns(({ times, bytes }, act) => {
    const measured = times.get(act) ?? []
    if (measured.length === 0) return ''
    const { p50, p95 } = summary(measured)
    return `${ms(p50)} (${ms(p95)}) ${((bytes.get(act) ?? 0) / 1000).toFixed(0)} kB`
  })
  const grown = against(p50)
  printTable(
    'Cases: p50 (p95) in ms, what the page is in kB, and the largest school against the others',
    acts.map((act) => ({ ...times(act), ...grown(act) })),
  )
  const efforts = columns(({ effort }, act) => {
    const one = effort.get(act)
    return one ? `${ms(one.program)} · ${ms(one.database)}` : ''
  })
  const effortGrown = against((at, act) => {
    const one = all[at]?.[1].effort.get(act)
    return one ? one.program + one.database : 0
  })
  printTable(
    'Cases: processor ms of program · database for each, and their sum against the others',
    acts.map((act) => ({ ...efforts(act), ...effortGrown(act) })),
  )
  const turns = all[0]?.[1].times.get('list')?.length ?? 0
  say(`\n${whole(turns)} times each, one at a time. With ten cases a list shows fewer lines.`)
  const long = p50(1, 'page of 5,000 lines') / p50(1, 'page of 100 lines')
  printAims('Cases: aims', [
    ...acts
      .filter((act) => act !== 'home (control)' && p50(1, act) > 0)
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
    {
      aim: 'a case with 5,000 lines as fast as one with 100 (within a quarter)',
      found: ratio(long),
      met: long < 1.25,
    },
  ])
}
