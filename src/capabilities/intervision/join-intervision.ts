import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import { codeIndex } from './start-intervision.ts'
import { findByCode, leaveChanged } from './store.ts'
import { insertParticipant } from './store-table.ts'
import { professional } from './table.ts'

/**
 * Takes a place at the table with its code. A code of another organisation, of a table that has ended, of
 * one from which this person was taken away and one that never was are the same: not found.
 */
export async function joinIntervision(
  work: Work,
  desk: IntervisionDesk,
  code: string,
): Promise<string> {
  const { personId } = professional(work)
  const found = await findByCode(work, personId, await codeIndex(work, desk, code))
  if (!found || found.state === 'ended') return refuse('not-found', 'no-such-code')
  const isNew = await insertParticipant(work, found.id, personId)
  if (isNew) leaveChanged(work, found.id)
  work.audit({ act: isNew ? 'intervision.join' : 'intervision.join-again', subject: found.id })
  return found.id
}
