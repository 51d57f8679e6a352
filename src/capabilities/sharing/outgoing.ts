import type { Keyring } from '#platform/keyring.ts'
import { openRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { WaitingRow } from './channel-store.ts'
import type { CarriedMessage, Message } from './message.ts'

/** What the sealed words of a message belong to. */
export const outgoingContext = (organisation: string, id: string): string =>
  `outgoing-message:${organisation}:${id}`

/** The rows of waiting messages as they are carried. */
export async function openOutgoing(
  work: Work,
  keyring: Keyring,
  rows: readonly WaitingRow[],
): Promise<CarriedMessage[]> {
  const key = await keyring.keyOf(work)
  return rows.map(({ id, number, kind, hash, content_key, content }) => {
    const context = outgoingContext(work.actor.organisationId, id)
    const words = openRecord<Pick<Message, 'salt' | 'leftAt' | 'body'>>(
      key,
      context,
      content_key,
      content,
    )
    return { id, number, kind, hash: hash.toString('hex'), ...words }
  })
}
