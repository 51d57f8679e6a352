import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import { leaveChanged, updateIntervision } from './store.ts'
import { findSeat } from './store-table.ts'
import { findAsFacilitator, findTable } from './table.ts'

/** The facilitator says who at the table brings the case; nobody when left empty. */
export async function appointInbrenger(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  personId: string | undefined,
): Promise<void> {
  const { row } = await findAsFacilitator(work, desk, id)
  if (row.state === 'ended') return refuse('conflict', 'not-running')
  if (personId && !(await findSeat(work, id, personId))?.seated) {
    return refuse('invalid', 'choose-participant')
  }
  await updateIntervision(work, id, { inbrenger_id: personId ?? null })
  leaveChanged(work, id)
  work.audit({ act: 'intervision.appoint', subject: id })
}

/**
 * Somebody at the table goes on as facilitator, because the one who was dropped out or asks for it.
 * Everybody sees who it is; the words that were not turned stay hidden for this person as well.
 * `from`: who was the facilitator on screen.
 */
export async function takeOver(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  from: string,
): Promise<void> {
  const { actor, row } = await findTable(work, desk, id, true)
  if (row.state === 'ended') return refuse('conflict', 'not-running')
  if (row.facilitator_id !== from) return refuse('conflict', 'moved-already')
  await updateIntervision(work, id, { facilitator_id: actor.personId })
  leaveChanged(work, id)
  work.audit({ act: 'intervision.take-over', subject: id })
}
