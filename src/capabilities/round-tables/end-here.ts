import { endDeliveriesAt, type NewMessage } from '#capabilities/sharing/index.ts'
import type { Work } from '#platform/work.ts'
import { endRow, eraseReceived } from './store.ts'

/**
 * Ends a table on this side: what came from others goes, also what was delivered there; of what we delivered we
 * note that it is over. Answers what the senders are told of what stays in files.
 */
export async function endHere(
  work: Work,
  tableId: string,
  keepUntil: string,
): Promise<readonly NewMessage[]> {
  await endRow(work, tableId, keepUntil)
  await eraseReceived(work, tableId, { keepAgreements: true })
  const at = { kind: 'round-table', id: tableId } as const
  return endDeliveriesAt(work, at, { received: true, sentTo: 'everybody' })
}
