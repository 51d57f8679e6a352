import { caseKey, findCase } from '#capabilities/cases/index.ts'
import { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { editor } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import { dueOf } from './due.ts'
import { activeSteps, protocolOf } from './edition.ts'
import { openEdition } from './edition-words.ts'
import { clockOf } from './move-run.ts'
import { newDrillKey, openRun, sealedPlaces } from './open-run.ts'
import { begin } from './run.ts'
import { giveTask } from './step-tasks.ts'
import { findEditionIn } from './store-editions.ts'
import { findRunByKey, type Home, insertRun, insertRunEvent, insertSteps } from './store-runs.ts'
import type { RunRow } from './tables.ts'

export type NewRun = {
  /** ISO date from which terms are counted, when the signal came earlier than the run */
  readonly countsFrom?: string | undefined
  readonly language: Language
  readonly key?: string | undefined
}

/** How far back the signal of a run can lie, in days; further is a slip of the pen. */
const furthestBack = 60

/** Starts the edition in force in a case, by who may decide in it. Answers the id of the run. */
export async function startRun(
  work: Work,
  desk: ProtocolDesk,
  caseId: string,
  { countsFrom, language, key }: NewRun,
): Promise<string> {
  const head = await findCase(work, caseId, true)
  if (!head.mayDecide) return refuse('not-allowed', 'may-not-decide')
  const { personId } = editor(work)
  const before = key && (await findRunByKey(work, personId, key))
  if (before && before.case_id === caseId) return startedBefore(work, before.id)
  if (head.state !== 'open') return refuse('conflict', 'case-is-closed')
  const today = dutchDay(work.now)
  const from = countsFrom ?? today
  const earliest = Temporal.PlainDate.from(today).subtract({ days: furthestBack }).toString()
  if (from > today) return refuse('invalid', 'date-in-future')
  if (from < earliest) return refuse('invalid', 'date-too-long-ago')
  const { seal } = await caseKey(work, desk.keyring, caseId)
  const id = newId()
  return beginRun(work, desk, { caseId }, language, {
    id,
    case_id: caseId,
    drill: null,
    minutes_per_day: null,
    started_by: personId,
    counts_from: from,
    content_key: null,
    answers: seal(sealedPlaces.answers(id), {}),
    key: key ?? null,
  })
}

export type NewDrill = {
  readonly drill: string
  readonly minutesPerDay: number
  readonly language: Language
  readonly key?: string | undefined
}

/** Practice on a made-up story: nothing of it is about anybody. */
export async function startDrill(
  work: Work,
  desk: ProtocolDesk,
  { drill, minutesPerDay, language, key }: NewDrill,
): Promise<string> {
  const { personId } = editor(work)
  if (!desk.protocols.drills.some((one) => one.id === drill)) refuse('invalid', 'no-such-story')
  const before = key && (await findRunByKey(work, personId, key))
  if (before && before.case_id === null) return startedBefore(work, before.id)
  const id = newId()
  const own = await newDrillKey(work, desk.keyring, id)
  return beginRun(work, desk, 'drill', language, {
    id,
    case_id: null,
    drill,
    minutes_per_day: minutesPerDay,
    started_by: personId,
    counts_from: dutchDay(work.now),
    content_key: own.wrapped,
    answers: own.key.seal(sealedPlaces.answers(id), {}),
    key: key ?? null,
  })
}

function startedBefore(work: Work, id: string): string {
  work.audit({ act: 'protocol.start-again', subject: id })
  return id
}

async function beginRun(
  work: Work,
  desk: ProtocolDesk,
  home: Home,
  language: Language,
  row: Omit<RunRow, 'organisation_id' | 'started_at' | 'ended_at' | 'edition_id' | 'state'>,
): Promise<string> {
  const edition = await findEditionIn(work, 'in-force')
  if (!edition) return refuse('conflict', 'no-protocol-in-force')
  const protocol = protocolOf(await openEdition(work, desk.keyring, edition))
  const steps = activeSteps(protocol)
  const run = begin(steps)
  const made = await insertRun(work, { ...row, edition_id: edition.id, state: 'running' })
  if (!made) return refuse('conflict', 'case-has-a-run')
  const stored = { row: { ...row, started_at: work.now.toString() } as RunRow }
  const clock = await clockOf(work, desk, stored)
  const rows = run.steps.map((standing) => {
    const step = steps.find(({ id }) => id === standing.id)
    const opens = standing.state === 'open' && step !== undefined
    const opening = { standing, answers: {}, now: work.now }
    const due = opens ? dueOf({ step, ...opening }, clock) : { on: null, at: null }
    return {
      step: standing.id,
      state: standing.state,
      round: standing.round,
      opened_at: opens ? work.now.toString() : null,
      due_on: due.on,
      due_at: due.at,
    }
  })
  await insertSteps(work, row.id, rows)
  await insertRunEvent(work, row.id, { id: newId(), kind: 'started', by_person: row.started_by })
  if (home !== 'drill') {
    const open = await openRun(work, desk, home, row.id)
    for (const step of steps) {
      const stepRow = open.stepRows.get(step.id)
      if (!stepRow?.due_on) continue
      await giveTask(work, desk, { open, step, row: stepRow, dueOn: stepRow.due_on }, language)
    }
  }
  work.audit({
    act: home === 'drill' ? 'protocol.start-drill' : 'protocol.start',
    subject: row.id,
    details: { edition: edition.id, ...(row.case_id ? { case: row.case_id } : {}) },
  })
  return row.id
}
