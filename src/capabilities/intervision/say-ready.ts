import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import { stageOf } from './intervision.ts'
import { leaveChanged } from './store.ts'
import { updateParticipant } from './store-table.ts'
import { findTable } from './table.ts'

/** "I am ready": only the number of people who are is ever shown. Ready for the phase that was on screen. */
export async function sayReady(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { phase, ready }: { phase: string; ready: boolean },
): Promise<void> {
  const { actor, row, phases } = await findTable(work, desk, id, true)
  const at = phases[row.phase]
  const writing = row.state === 'running' && at && stageOf(at, row.revealed) === 'writing'
  if (!writing || at.id !== phase) return refuse('conflict', 'cards-are-turned')
  await updateParticipant(work, id, actor.personId, { ready_for: ready ? phase : null })
  leaveChanged(work, id)
  work.audit({ act: 'intervision.ready', subject: id })
}
