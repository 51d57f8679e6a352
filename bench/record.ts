import { aSchool, type School } from './a-school.ts'
import { bareSignal, commitOnly, writeBare } from './bare.ts'
import { addSignals } from './bulk.ts'
import { narrative, prepareDrafts } from './drafts.ts'
import { expectStatus, load, type Measured, median } from './load.ts'
import { peakMemory, watchUsage } from './machine.ts'
import { type Program, untilSealed, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, say, whisper, whole } from './report.ts'

export type RecordOptions = { readonly seconds: number; readonly rounds: number }

const clientCounts = [1, 8, 32]
/** More than one can record in the time of a round on any machine that this was tried on. */
const mostPerSecond = 2_500

type Row = {
  readonly what: 'recorded through HTTP' | 'same rows, bare' | 'one-row commits' | 'whole journeys'
  readonly clients: number
  readonly found: Measured
  readonly cores: ReturnType<ReturnType<typeof watchUsage>>
}

/**
 * Recording a signal with everything on, beside what the same database takes when the same rows are
 * written to it bare. The kinds take turns, so that a busy moment of the machine meets them all.
 */
export const measureRecording = ({ seconds, rounds }: RecordOptions): Promise<boolean> =>
  withProgram(async (program) => {
    const school = await aSchool(program, 400)
    // A school that records for some time: tables have rows, and the database knows how many.
    await addSignals(program, school, 5_000)
    await program.pool.query('vacuum analyze')
    await journeys(program, school, 8, 1)
    const rows: Row[] = []
    for (let round = 1; round <= rounds; round += 1) {
      for (const clients of clientCounts) {
        whisper(`record, round ${round} of ${rounds}, ${clients} clients`)
        for (const measure of [record, bare, commits, journeys]) {
          rows.push(await measure(program, school, clients, seconds))
        }
      }
    }
    tell(program, rows)
    return rows.every(({ found }) => found.errors === 0)
  })

async function watched(
  { pid, postmaster }: Program,
  what: Row['what'],
  clients: number,
  measure: () => Promise<Measured>,
): Promise<Row> {
  const usage = watchUsage(pid, postmaster)
  const found = await measure()
  return { what, clients, found, cores: usage() }
}

/** The last POST: validation, encryption, policies, trail. Its drafts were made beforehand. */
async function record(program: Program, school: School, clients: number, seconds: number) {
  const drafts = await prepareDrafts(program, school, seconds * mostPerSecond)
  await settle(program, school)
  const row = await watched(program, 'recorded through HTTP', clients, () =>
    load({
      clients,
      seconds,
      most: drafts.length,
      act: async (turn) => {
        const draft = drafts[turn]
        if (!draft) throw new Error('There are no drafts left.')
        const path = `/signalen/concept/${draft.id}/controleer`
        const answer = await program.sender.send({ path, cookie: draft.writer.cookie, form: {} })
        expectStatus(answer, 303)
      },
    }),
  )
  await checkKept(
    program,
    drafts.map(({ id }) => id),
    row.found.done,
  )
  await settle(program, school)
  await program.pool.query('delete from signal_draft')
  return row
}

/** Every acknowledged signal is in the database. */
async function checkKept({ pool }: Program, ids: readonly string[], acknowledged: number) {
  const { rows } = await pool.query('select count(*) from signal where id = any($1)', [ids])
  const kept = Number(rows[0]?.count)
  if (kept !== acknowledged) throw new Error(`${acknowledged} were acknowledged, ${kept} are kept.`)
}

async function bare(program: Program, school: School, clients: number, seconds: number) {
  const drafts = await prepareDrafts(program, school, seconds * mostPerSecond)
  await settle(program, school)
  const signals = drafts.map((draft) => bareSignal(school, draft))
  const row = await watched(program, 'same rows, bare', clients, () =>
    writeBare({ program, clients, seconds }, signals),
  )
  await settle(program, school)
  await program.pool.query('delete from signal_draft')
  return row
}

const commits = (program: Program, _: School, clients: number, seconds: number) =>
  watched(program, 'one-row commits', clients, () => commitOnly({ program, clients, seconds }))

/** From the first question to the record: the four forms that a person sends. */
async function journeys(program: Program, school: School, clients: number, seconds: number) {
  const row = await watched(program, 'whole journeys', clients, () =>
    load({ clients, seconds, act: (turn) => journey(program, school, turn) }),
  )
  await settle(program, school)
  return row
}

async function journey({ sender }: Program, { teachers }: School, turn: number): Promise<void> {
  const cookie = teachers[turn % teachers.length]?.cookie ?? ''
  const post = async (path: string, form: Record<string, string>) =>
    expectStatus(await sender.send({ path, cookie, form }), 303).location
  const what = await post('/signalen/nieuw', { danger: 'no' })
  const signals = await post(what, {
    about: 'pupil',
    subject: `Noor Voorbeeld ${turn}`,
    narrative,
    origin: 'own',
    heardFrom: '',
    moment: 'in de middagpauze',
  })
  const check = await post(signals, {
    'answer-TEL-01': 'observed',
    'added-MON': 'MON-01',
    innocent: 'een oude telefoon voor muziek',
    readers: 'coordinators',
  })
  await post(check, {})
}

/** Wakes the sealer and lets it finish. Somebody whose own list is empty: bare words cannot be opened. */
async function settle(program: Program, { coordinators }: School): Promise<void> {
  const cookie = coordinators[0]?.cookie ?? ''
  expectStatus(await program.sender.send({ path: '/signalen', cookie }), 200)
  await untilSealed(program)
}

function tell(program: Program, rows: readonly Row[]): void {
  const kinds = [...new Set(rows.map(({ what }) => what))]
  const of = (what: Row['what'], clients: number) =>
    rows.filter((row) => row.what === what && row.clients === clients)
  const middle = (some: readonly Row[], value: (row: Row) => number) => median(some.map(value))
  const rate = (what: Row['what'], clients: number) =>
    middle(of(what, clients), ({ found }) => found.perSecond)

  // Processor time per operation says the same on a busy machine and on a quiet one.
  const effort = (some: readonly Row[], part: keyof Row['cores']) =>
    ms(middle(some, ({ cores, found }) => (1000 * cores[part]) / Math.max(found.perSecond, 0.1)))

  printTable(
    'Recording a signal (middle of the rounds)',
    kinds.flatMap((what) =>
      clientCounts.map((clients) => {
        const some = of(what, clients)
        return {
          what,
          clients: String(clients),
          'per second': whole(rate(what, clients)),
          'of bare': ratio(rate(what, clients) / rate('same rows, bare', clients)),
          'p50 ms': ms(middle(some, ({ found }) => found.p50)),
          'p95 ms': ms(middle(some, ({ found }) => found.p95)),
          'p99 ms': ms(middle(some, ({ found }) => found.p99)),
          errors: String(some.reduce((sum, { found }) => sum + found.errors, 0)),
          'CPU ms each: program': effort(some, 'program'),
          database: effort(some, 'database'),
          driver: effort(some, 'driver'),
        }
      }),
    ),
  )
  const errors = rows.reduce((sum, { found }) => sum + found.errors, 0)
  const first = rows.find(({ found }) => found.firstError)?.found.firstError
  if (first) say(`\nFirst error: ${first}`)
  const memory = peakMemory(program.pid)
  const best = Math.max(...clientCounts.map((clients) => rate('recorded through HTTP', clients)))
  const share = rate('recorded through HTTP', 32) / rate('same rows, bare', 32)
  const p95 = middle(of('recorded through HTTP', 32), ({ found }) => found.p95)
  printAims('Recording: aims', [
    { aim: 'at least 600 per second', found: whole(best), met: best >= 600 },
    { aim: 'at least half of the bare writes, 32 clients', found: ratio(share), met: share >= 0.5 },
    { aim: 'p95 under 70 ms, 32 clients', found: `${ms(p95)} ms`, met: p95 < 70 },
    { aim: 'no errors', found: String(errors), met: errors === 0 },
    { aim: 'memory of the program under 300 MB', found: `${whole(memory)} MB`, met: memory < 300 },
  ])
}
