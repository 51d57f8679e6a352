import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayBeTakenAway } from './access.ts'
import type { IntervisionDesk } from './desk.ts'
import { leaveChanged, leaveGone, updateIntervision } from './store.ts'
import { findSeat, removeParticipant } from './store-table.ts'
import { findAsFacilitator } from './table.ts'

/**
 * Takes somebody away from the table who should not sit there. For them there is no table from then on, and
 * the code does not let them in again. What they laid down stays, under their name: what lies open was read,
 * and what lies face down turns with the rest. What they were still typing is nobody's any more.
 */
export async function takeAway(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  personId: string,
): Promise<void> {
  const { row } = await findAsFacilitator(work, desk, id)
  if (row.state === 'ended') return refuse('conflict', 'not-running')
  const seat = (await findSeat(work, id, personId)) ?? refuse('invalid', 'choose-participant')
  const details = { person: personId }
  if (!seat.seated) return work.audit({ act: 'intervision.take-away-again', subject: id, details })
  const table = { facilitatorId: row.facilitator_id, startedBy: row.started_by }
  if (!mayBeTakenAway(table, personId)) return refuse('not-allowed', 'holds-the-table')
  await removeParticipant(work, id, personId)
  if (row.inbrenger_id === personId) await updateIntervision(work, id, { inbrenger_id: null })
  leaveChanged(work, id)
  leaveGone(work, id, personId)
  work.audit({ act: 'intervision.take-away', subject: id, details })
}
