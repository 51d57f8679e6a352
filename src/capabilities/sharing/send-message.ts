import { randomBytes } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import { type Keyring, sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { giveNumber, insertOutgoing } from './channel-store.ts'
import { hashOf } from './message.ts'
import { outgoingContext } from './outgoing.ts'

export type NewMessage = {
  /** the organisation that it goes to */
  readonly to: string
  /** `capability.word`: a handler of this kind reads it there */
  readonly kind: string
  /** the sender's own record that it tells of */
  readonly about?: string | undefined
  /** JSON, as the handler's schema has it */
  readonly body: unknown
}

export type SentMessage = { readonly id: string; readonly number: number; readonly hash: string }

/**
 * Leaves a message in the sender's own rows, in the same transaction as what it tells about: carried if that
 * was kept, never if it was not. From here on messages to the same organisation wait for this commit, so
 * that their numbers have no gap: send last, and to several organisations in the order of their ids.
 * Refuses `invalid: own-organisation`.
 */
export async function sendMessage(
  work: Work,
  { keyring }: { readonly keyring: Keyring },
  { to, kind, about, body }: NewMessage,
): Promise<SentMessage> {
  const from = work.actor.organisationId
  if (to === from) refuse('invalid', 'own-organisation')
  const key = await keyring.keyOf(work)
  const number = await giveNumber(work, to)
  const id = newId()
  const leftAt = work.now.toString()
  const salt = randomBytes(16).toString('base64url')
  const hash = hashOf({ from, to }, { id, number, kind, leftAt, salt, body })
  const { wrappedKey, sealed } = sealRecord(key, outgoingContext(from, id), { salt, leftAt, body })
  insertOutgoing(work, {
    to_id: to,
    number,
    id,
    kind,
    about: about ?? null,
    left_at: leftAt,
    hash: Buffer.from(hash, 'hex'),
    content_key: wrappedKey,
    content: sealed,
  })
  work.audit({ act: 'sharing.send', subject: id, details: { to, number, kind, hash } })
  return { id, number, hash }
}

const byRecipient = (one: NewMessage, next: NewMessage): number =>
  one.to < next.to ? -1 : Number(one.to > next.to)

/** The same for several, in the order in which channels are locked. */
export async function sendInOrder(
  work: Work,
  desk: { readonly keyring: Keyring },
  messages: readonly NewMessage[],
): Promise<void> {
  for (const message of messages.toSorted(byRecipient)) {
    await sendMessage(work, desk, message)
  }
}
