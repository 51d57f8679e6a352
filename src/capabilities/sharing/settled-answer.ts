import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import type { SettledMessage } from './message-handler.ts'
import { findReceivedToNote, insertReceivedEvent } from './received-store.ts'
import { tellRole } from './tell-role.ts'

/** At the recipient: an answer that did not come over. Whoever gave it must not think that it was read. */
export async function settledAnswer(
  work: Work,
  desk: Pick<SharingDesk, 'colleagues' | 'tell'>,
  { id, receipt }: { id: string; receipt: SettledMessage['receipt'] },
): Promise<void> {
  if (receipt.outcome === 'received') return
  const row = await findReceivedToNote(work, id)
  if (!row) return
  insertReceivedEvent(work, { received_id: id, id: newId(), kind: 'answer-refused' })
  const { because } = receipt
  work.audit({ act: 'sharing.answer-refused', subject: id, details: { because } })
  await tellRole(work, desk, row, 'delivery-answered')
}
