import { type CaseHead, findCase } from '#capabilities/cases/index.ts'
import { Temporal } from '#platform/clock.ts'
import { dutchDay, dutchDayOf, isoInstant } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { editor, reader } from './access.ts'
import type { EventWords } from './act-in-run.ts'
import type { ProtocolDesk } from './desk.ts'
import type { SchoolProtocol, SchoolStep } from './edition.ts'
import { type OpenRun, openRun, sealedPlaces } from './open-run.ts'
import type { Drill } from './protocol.ts'
import type { RunState, StepState } from './run.ts'
import { findEditionIn } from './store-editions.ts'
import {
  deleteDrill,
  findRunRow,
  findStepIn,
  type Home,
  listEventRows,
  listRunRows,
} from './store-runs.ts'
import type { EventRow, RunEventKind, RunRow, StepRow } from './tables.ts'

export type RunHappening = EventWords & {
  readonly kind: RunEventKind
  readonly step: string | undefined
  readonly at: string
  readonly by: string
  readonly openedAt: string | undefined
  readonly dueOn: string | undefined
  readonly dueAt: string | undefined
}

export type StepView = {
  readonly step: SchoolStep
  readonly state: StepState
  readonly dueOn: string | undefined
  /** in a drill */
  readonly dueAt: string | undefined
  /** open, and its term has passed */
  readonly overdue: boolean
  /** open, and late or due today */
  readonly dueNow: boolean
  /** how it was settled last */
  readonly settled: RunHappening | undefined
}

export type RunView = {
  readonly id: string
  readonly home: Home
  /** of the case */
  readonly code: string | undefined
  readonly state: RunState
  readonly mayDecide: boolean
  /** false once the case is closed */
  readonly canAct: boolean
  readonly editionId: string
  readonly protocol: SchoolProtocol
  readonly steps: readonly StepView[]
  readonly happenings: readonly RunHappening[]
  readonly startedAt: string
  readonly endedAt: string | undefined
  /** terms of a law excepted, once the immediate route was taken */
  readonly countsFrom: string
  readonly drill: Drill | undefined
  readonly minutesPerDay: number | undefined
  readonly names: ReadonlyMap<string, string>
}

/** A run as its reader may see it: what is due, done, skipped with its reason, late, not needed. */
export async function readRun(
  work: Work,
  desk: ProtocolDesk,
  home: Home,
  id: string,
): Promise<RunView> {
  const open = await openRun(work, desk, home, id)
  const events = await listEventRows(work, id)
  const happenings = events.map((event) => happeningOf(open, event))
  const named = open.steps.flatMap(({ personId }) => (personId ? [personId] : []))
  const people = [...new Set([...happenings.map(({ by }) => by), ...named])]
  const names = await desk.namesOf(work, people)
  work.audit({
    act: home === 'drill' ? 'protocol.read-drill' : 'protocol.read-run',
    subject: id,
    ...(open.head ? { details: { case: open.head.id } } : {}),
  })
  const { row, head } = open
  return {
    id,
    home,
    code: head?.code,
    state: row.state,
    mayDecide: open.mayDecide,
    canAct: head === undefined || head.state === 'open',
    editionId: row.edition_id,
    protocol: open.protocol,
    steps: stepViews(work, open, happenings),
    happenings,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    countsFrom: countsFrom(row, happenings),
    drill: desk.protocols.drills.find((one) => one.id === row.drill),
    minutesPerDay: row.minutes_per_day ?? undefined,
    names,
  }
}

const countsFrom = (row: RunRow, happenings: readonly RunHappening[]): string => {
  const resumed = happenings.findLast(({ kind }) => kind === 'resumed')
  return resumed ? dutchDayOf(resumed.at) : row.counts_from
}

const stepViews = (work: Work, open: OpenRun, happenings: readonly RunHappening[]): StepView[] =>
  open.steps.flatMap((step) => {
    const row = open.stepRows.get(step.id)
    return row ? [stepView(work, step, row, happenings)] : []
  })

function stepView(
  work: Work,
  step: SchoolStep,
  row: StepRow,
  happenings: readonly RunHappening[],
): StepView {
  return {
    step,
    state: row.state,
    dueOn: row.due_on ?? undefined,
    dueAt: row.due_at ?? undefined,
    overdue: row.state === 'open' && isPast(work, row),
    dueNow: row.state === 'open' && (isPast(work, row) || row.due_on === dutchDay(work.now)),
    settled: happenings.findLast((one) => one.step === step.id),
  }
}

function isPast(work: Work, { due_on, due_at }: StepRow): boolean {
  if (due_at) {
    return Temporal.Instant.compare(work.now, Temporal.Instant.from(isoInstant(due_at))) > 0
  }
  return due_on !== null && due_on < dutchDay(work.now)
}

const happeningOf = ({ key }: OpenRun, event: EventRow): RunHappening => ({
  kind: event.kind,
  step: event.step ?? undefined,
  at: event.happened_at,
  by: event.by_person,
  openedAt: event.opened_at ?? undefined,
  dueOn: event.due_on ?? undefined,
  dueAt: event.due_at ?? undefined,
  ...(event.words ? key.open<EventWords>(sealedPlaces.event(event.id), event.words) : {}),
})

/** For the page of a case, whose reading is in the trail already: its newest run, without its history. */
export async function viewCaseRun(
  work: Work,
  desk: ProtocolDesk,
  { id: caseId }: CaseHead,
): Promise<Pick<RunView, 'id' | 'state' | 'endedAt' | 'steps'> | undefined> {
  const [newest] = await listRunRows(work, { caseId })
  if (!newest) return undefined
  const open = await openRun(work, desk, { caseId }, newest.id)
  return {
    id: newest.id,
    state: newest.state,
    endedAt: newest.ended_at ?? undefined,
    steps: stepViews(work, open, []),
  }
}

/** The step that gave this task, for the page of the task, whose reading is in the trail already. */
export async function findStepOfTask(
  work: Work,
  desk: ProtocolDesk,
  { id: caseId }: CaseHead,
  stepRow: string,
): Promise<SchoolStep | undefined> {
  const found = await findStepIn(work, caseId, stepRow)
  if (!found) return undefined
  const { steps } = await openRun(work, desk, { caseId }, found.run_id)
  return steps.find(({ id }) => id === found.step)
}

/** Has the school put an edition in force, so that something can begin? */
export const hasProtocol = async (work: Work): Promise<boolean> =>
  (await findEditionIn(work, 'in-force')) !== undefined

export type ListedRun = {
  readonly id: string
  readonly state: RunState
  readonly startedAt: string
  readonly endedAt: string | undefined
  readonly drill: Drill | undefined
}

export type CaseRuns = {
  readonly code: string
  readonly mayStart: boolean
  /** the case itself */
  readonly closed: boolean
  readonly hasProtocol: boolean
  readonly runs: readonly ListedRun[]
}

/** The runs of a case, newest first, and whether another can begin. */
export async function listCaseRuns(
  work: Work,
  desk: ProtocolDesk,
  caseId: string,
): Promise<CaseRuns> {
  reader(work)
  const head = await findCase(work, caseId)
  const runs = await listed(work, desk, { caseId })
  const inForce = await hasProtocol(work)
  work.audit({ act: 'protocol.list-runs', subject: caseId })
  const idle = runs.every(({ state }) => state === 'ended')
  return {
    code: head.code,
    mayStart: head.mayDecide && head.state === 'open' && idle,
    closed: head.state === 'closed',
    hasProtocol: inForce,
    runs,
  }
}

export type Drills = { readonly hasProtocol: boolean; readonly runs: readonly ListedRun[] }

export async function listDrills(work: Work, desk: ProtocolDesk): Promise<Drills> {
  reader(work)
  const runs = await listed(work, desk, 'drill')
  const inForce = await hasProtocol(work)
  work.audit({ act: 'protocol.list-drills', details: { count: runs.length } })
  return { hasProtocol: inForce, runs }
}

const listed = async (work: Work, { protocols }: ProtocolDesk, home: Home) =>
  (await listRunRows(work, home)).map((row) => ({
    id: row.id,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    drill: protocols.drills.find(({ id }) => id === row.drill),
  }))

/** Nothing of a drill stays but that there was one, in the trail. */
export async function throwAwayDrill(work: Work, id: string): Promise<void> {
  editor(work)
  const row = await findRunRow(work, 'drill', id, true)
  if (!row) return refuse('not-found', 'no-such-run')
  await deleteDrill(work, id)
  work.audit({ act: 'protocol.throw-away-drill', subject: id })
}
