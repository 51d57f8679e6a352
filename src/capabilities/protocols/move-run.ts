import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ProtocolDesk } from './desk.ts'
import { type Due, dueOf, type RunClock } from './due.ts'
import { type OpenRun, openRun, sealedPlaces } from './open-run.ts'
import { type Moved, openedBetween, type Run, type StepState } from './run.ts'
import { endTask, giveImmediateTask, giveTask } from './step-tasks.ts'
import {
  findResumedAt,
  type Home,
  insertRunEvent,
  isSentBefore,
  type StepChangeRow,
  updateRun,
  updateStep,
} from './store-runs.ts'
import type { RunEventKind, StepRow } from './tables.ts'

/** Which run, in which language its tasks are told, and the key of the form that was sent. */
export type RunAct = {
  readonly home: Home
  readonly runId: string
  readonly language: Language
  readonly key?: string | undefined
}

type Move = {
  readonly kind: Exclude<RunEventKind, 'started'>
  readonly step?: string
  readonly move: (open: OpenRun) => Moved
  /** what is written in the case together with it; asked once the move is known to be possible */
  readonly write?: (open: OpenRun) => Promise<unknown>
  /** what the event itself keeps, sealed */
  readonly words?: unknown
}

/**
 * Every act in a run goes through here: lock the case and the run, ask whether it can be done, then write
 * states, history, tasks and what the form said together. Two people cannot do one step: the second
 * hears that it is done. `again`: the same form came twice, and nothing more was done.
 */
export async function moveRun(
  work: Work,
  desk: ProtocolDesk,
  { home, runId, language, key }: RunAct,
  { kind, step, move, write, words }: Move,
): Promise<{ readonly again: boolean }> {
  const open = await openRun(work, desk, home, runId, true)
  const { personId } = open.actor
  if (key && (await isSentBefore(work, runId, { personId, kind, key }))) {
    work.audit({ act: `protocol.${kind}-again`, subject: runId })
    return { again: true }
  }
  if (open.head && open.head.state !== 'open') return refuse('conflict', 'case-is-closed')
  const moved = move(open)
  if (!moved.ok) return refuse('conflict', moved.because)
  await write?.(open)
  const before = step ? open.stepRows.get(step) : undefined
  const id = newId()
  await insertRunEvent(work, runId, {
    id,
    kind,
    by_person: personId,
    step: step ?? null,
    round: before?.round ?? null,
    opened_at: before?.opened_at ?? null,
    due_on: before?.due_on ?? null,
    due_at: before?.due_at ?? null,
    words: words === undefined ? null : open.key.seal(sealedPlaces.event(id), words),
    key: key ?? null,
  })
  await settle(work, desk, open, moved.run, language)
  await callForTheEnd(work, desk, open, { kind, after: moved.run }, language)
  work.audit({
    act: `protocol.${kind}`,
    subject: runId,
    details: { ...(step ? { step } : {}), ...(open.head ? { case: open.head.id } : {}) },
  })
  return { again: false }
}

async function settle(
  work: Work,
  desk: ProtocolDesk,
  open: OpenRun,
  after: Run,
  language: Language,
): Promise<void> {
  await updateRun(work, open.row.id, {
    state: after.state,
    answers: open.key.seal(sealedPlaces.answers(open.row.id), after.answers),
  })
  const opened = openedBetween(open.run, after)
  const clock = await clockOf(work, desk, open)
  for (const standing of after.steps) {
    const row = open.stepRows.get(standing.id)
    const step = open.steps.find(({ id }) => id === standing.id)
    const was = open.run.steps.find(({ id }) => id === standing.id)
    if (!row || !step || !was) continue
    const opens = opened.includes(standing.id)
    if (!opens && was.state === standing.state && was.round === standing.round) continue
    if (was.state === 'open') await endTask(work, row, endOf(standing.state, opens))
    const due = opens
      ? dueOf({ step, standing, answers: after.answers, now: work.now }, clock)
      : { on: row.due_on, at: row.due_at }
    await updateStep(work, open.row.id, changeOf(work, row, standing, due, opens))
    if (opens && due.on) await giveTask(work, desk, { open, step, row, dueOn: due.on }, language)
  }
}

/** The immediate route empties the day list, so its own end stands there until it came. */
async function callForTheEnd(
  work: Work,
  desk: ProtocolDesk,
  open: OpenRun,
  { kind, after }: { readonly kind: Move['kind']; readonly after: Run },
  language: Language,
): Promise<void> {
  if (after.state === open.run.state) return
  if (after.state === 'immediate') await giveImmediateTask(work, desk, open, language)
  if (open.run.state === 'immediate') {
    await endTask(work, open.row, kind === 'resumed' ? 'done' : 'dropped')
  }
}

/** A step that came back was done this time. */
const endOf = (state: StepState, again: boolean): 'done' | 'dropped' =>
  again || state === 'done' ? 'done' : 'dropped'

const changeOf = (
  work: Work,
  row: StepRow,
  { state, round }: Run['steps'][number],
  due: Due,
  opens: boolean,
): StepChangeRow => ({
  step: row.step,
  state,
  round,
  opened_at: opens ? work.now.toString() : row.opened_at,
  due_on: due.on,
  due_at: due.at,
})

export async function clockOf(
  work: Work,
  desk: ProtocolDesk,
  { row }: Pick<OpenRun, 'row'>,
): Promise<RunClock> {
  const resumedAt = await findResumedAt(work, row.id)
  return {
    countsFrom: row.counts_from,
    startedAt: Temporal.Instant.from(isoInstant(row.started_at)),
    resumedAt: resumedAt ? Temporal.Instant.from(isoInstant(resumedAt)) : undefined,
    minutesPerDay: row.minutes_per_day ?? undefined,
    calendars: { schoolDays: await desk.schoolCalendar(work), workingDays: desk.workingDays },
  }
}
