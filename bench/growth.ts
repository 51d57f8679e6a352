import { aSchool, type School, type Visitor } from './a-school.ts'
import { addSignals } from './bulk.ts'
import { prepareDrafts, type ReadyDraft } from './drafts.ts'
import { type Ask, expectStatus, summary } from './load.ts'
import { type Program, untilSealed, withProgram } from './program.ts'
import { ms, printTable, ratio, whisper } from './report.ts'

export type GrowthOptions = { readonly largest: number; readonly turns: number }

/** The home page asks no database: what changes there is the machine's doing, not the size's. */
const acts = ['record', 'queue page', 'one signal', 'own list', 'home (control)'] as const
type Act = (typeof acts)[number]
type Size = { readonly signals: number; readonly times: Record<Act, ReturnType<typeof summary>> }

/** The same acts with ten times as many signals each time: in one school, then over a thousand. */
export async function measureGrowth({ largest, turns }: GrowthOptions): Promise<boolean> {
  const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= largest)
  for (const [title, schools, teachers] of [
    ['in one organisation', 1, 50],
    ['over 1,000 organisations', 1_000, 1],
  ] as const) {
    await withProgram(async (program) => {
      const places: School[] = []
      while (places.length < schools) places.push(await aSchool(program, teachers))
      const found: Size[] = []
      let there = 0
      for (const signals of sizes) {
        whisper(`growth: ${signals} signals ${title}`)
        for (const school of places) await addSignals(program, school, (signals - there) / schools)
        there = signals
        await program.pool.query('vacuum analyze')
        found.push({ signals, times: await actEach(program, places, turns) })
      }
      tell(title, found)
    })
  }
  return true
}

/** One person at a time, another school every time: how long each act takes, in milliseconds. */
async function actEach(program: Program, schools: readonly School[], turns: number) {
  const visited = Array.from({ length: turns + warmUp }, (_, turn) =>
    pick(schools, (turn * 7919) % schools.length),
  )
  const drafts: ReadyDraft[] = []
  for (const school of visited) {
    const writer = pick(school.teachers, drafts.length % school.teachers.length)
    drafts.push(...(await prepareDrafts(program, { teachers: [writer] }, 1)))
  }
  // What preparing left in the sealer's queue is not what is measured.
  await program.pool.query('truncate trail_unsealed')
  const signals = await signalsOf(program, visited)
  const asks: Record<Act, (turn: number) => Ask> = {
    record: (turn) => {
      const { id, writer } = pick(drafts, turn)
      return { path: `/signalen/concept/${id}/controleer`, cookie: writer.cookie, form: {} }
    },
    'queue page': (turn) => as(coordinatorOf(pick(visited, turn)), '/wachtrij'),
    'one signal': (turn) =>
      as(coordinatorOf(pick(visited, turn)), `/signalen/${pick(signals, turn)}`),
    'own list': (turn) => as(pick(pick(visited, turn).teachers, 0), '/signalen'),
    'home (control)': () => ({ path: '/' }),
  }
  const times: Record<Act, number[]> = {
    record: [],
    'queue page': [],
    'one signal': [],
    'own list': [],
    'home (control)': [],
  }
  for (let turn = 0; turn < visited.length; turn += 1) {
    for (const act of acts) {
      const started = performance.now()
      const answer = await program.sender.send(asks[act](turn))
      if (turn >= warmUp) times[act].push(performance.now() - started)
      expectStatus(answer, act === 'record' ? 303 : 200)
    }
  }
  await untilSealed(program)
  return Object.fromEntries(acts.map((act) => [act, summary(times[act])])) as Size['times']
}

/** Not counted: plans are made and keys unwrapped the first time. */
const warmUp = 30

const as = ({ cookie }: Visitor, path: string): Ask => ({ path, cookie })
const coordinatorOf = (school: School): Visitor => pick(school.coordinators, 0)

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}

/** A signal somewhere in the middle of each school's pile. */
async function signalsOf({ pool }: Program, schools: readonly School[]): Promise<string[]> {
  const ids: string[] = []
  for (const { id } of schools) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from signal where organisation_id = $1 and id > $2 order by id limit 1`,
      [id, firstId],
    )
    ids.push(rows[0]?.id ?? '')
  }
  return ids
}

const firstId = '00000000-0000-0000-0000-000000000000'

function tell(title: string, found: readonly Size[]): void {
  const [smallest] = found
  printTable(
    `How cost grows ${title}: p50 (p95) in ms, and p50 against the smallest`,
    found.map(({ signals, times }) => ({
      signals: signals.toLocaleString('en'),
      ...Object.fromEntries(
        acts.map((act) => {
          const { p50, p95 } = times[act]
          const against = ratio(p50 / (smallest?.times[act].p50 ?? p50))
          return [act, `${ms(p50)} (${ms(p95)}) ${against}`]
        }),
      ),
    })),
  )
}
