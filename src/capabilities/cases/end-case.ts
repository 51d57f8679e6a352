import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Outcome } from './case-file.ts'
import { openCaseKey } from './case-words.ts'
import { makeCoordinator } from './change-circle.ts'
import type { CaseDesk } from './desk.ts'
import { findToArrange, findVisible } from './find-case.ts'
import { updateCase } from './store.ts'
import { isInCircle, markCircle } from './store-circle.ts'
import { endAllTasks, passTasks, reopenTasks } from './store-tasks.ts'
import { noteEvent, sentBefore } from './write-entry.ts'

type Ending = {
  readonly outcome: Outcome
  /** how it ended, in words */
  readonly words: string
  /** what the young person was told, or why they were not */
  readonly told: string
  /** of the form */
  readonly key?: string | undefined
}

/** Closes the case; what was still to be done is dropped. Nothing more is written in it until it opens again. */
export async function closeCase(
  work: Work,
  { keyring }: CaseDesk,
  caseId: string,
  { outcome, words, told, key: sentWith }: Ending,
): Promise<void> {
  if (await sentBefore(work, caseId, { act: 'case.close', key: sentWith })) return
  const { actor, row } = await findToArrange(work, caseId, 'close')
  if ([words, told].some((one) => one.trim() === '')) return refuse('invalid', 'words-missing')
  const key = await openCaseKey(work, keyring, row)
  await endAllTasks(work, caseId)
  const at = { caseId, by: actor.personId, key }
  await noteEvent(work, at, { event: 'closed', outcome, text: words, told, key: sentWith })
  updateCase(work, caseId, { state: 'closed', outcome, closed_at: work.now.toString() })
  await markCircle(work, caseId, false)
  work.audit({ act: 'case.close', subject: caseId, details: { outcome } })
}

type Reasoned = { readonly reason: string; readonly key?: string | undefined }

/** Opens a closed case again, with why; the tasks that closing dropped stand open as they were. */
export async function reopenCase(
  work: Work,
  { keyring }: CaseDesk,
  caseId: string,
  { reason, key: sentWith }: Reasoned,
): Promise<void> {
  if (await sentBefore(work, caseId, { act: 'case.reopen', key: sentWith })) return
  const { actor, row } = await findToArrange(work, caseId, 'reopen')
  if (reason.trim() === '') return refuse('invalid', 'reason-missing')
  const key = await openCaseKey(work, keyring, row)
  const event = { event: 'reopened', text: reason, key: sentWith } as const
  await noteEvent(work, { caseId, by: actor.personId, key }, event)
  if (row.closed_at) await reopenTasks(work, caseId, row.closed_at)
  await passTasks(work, caseId, { coordinatorId: row.coordinator_id })
  updateCase(work, caseId, { state: 'open', outcome: null, closed_at: null })
  await markCircle(work, caseId, true)
  work.audit({ act: 'case.reopen', subject: caseId })
}

/**
 * Whoever coordinated it does not follow up here any more: somebody who may, goes on with it. A closed case
 * too, for somebody of its circle: nobody else could open it again.
 */
export async function takeOverCase(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  { reason, key }: Reasoned,
): Promise<void> {
  const { actor, row, head } = await findVisible(work, caseId, true)
  if (head.isCoordinator) {
    work.audit({ act: 'case.take-over-again', subject: caseId })
    return
  }
  if (!head.mayTakeOver) return refuse('not-allowed', 'coordinator-is-here')
  const { personId } = actor
  if (reason.trim() === '') return refuse('invalid', 'reason-missing')
  const change = { personId, by: personId, reason, event: 'taken-over', key } as const
  await makeCoordinator(work, desk, { row, ...change })
  const before = row.coordinator_id
  if (!(await isInCircle(work, caseId, before))) {
    await passTasks(work, caseId, { coordinatorId: personId, ownerLeft: before })
  }
  work.audit({ act: 'case.take-over', subject: caseId })
}
