import { tookTooLong, waitedForOthers } from '#platform/database.ts'
import { isoInstant } from '#platform/dates.ts'
import { inSavepoint } from '#platform/in-savepoint.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import {
  listIncoming,
  lockReceiving,
  type NewIncoming,
  noteReceiving,
  type Stumble,
} from './channel-store.ts'
import { arrivalOf, type CarriedMessage, type Direction, hashOf, type Receipt } from './message.ts'
import type { HandlerOf } from './message-handler.ts'
import { isTooLate } from './patience.ts'

export type Receiving = {
  readonly handlerOf: HandlerOf
  /** hears of a defect in a handler: the message waits for it to be repaired */
  readonly failed: (error: unknown, kind: string) => void
}

type Delivery = {
  readonly from: string
  readonly messages: readonly CarriedMessage[]
  /** each message in a savepoint of its own; without it, whatever goes wrong with one is thrown */
  readonly apart: boolean
}

/**
 * Runs the transaction in which messages are received: at first as if nothing goes wrong with any of them, which costs
 * half. When something does, nothing of it happened, and it is done again with each message apart.
 */
export async function allAtOnce<T>(receive: (apart: boolean) => Promise<T>): Promise<T> {
  try {
    return await receive(false)
  } catch {
    return receive(true)
  }
}

/**
 * The receiving half of the channel, whichever way the messages came: as `delivery` of the recipient, from
 * a sender that was proved to be it. Each message once and in order: the next number is received, a known
 * one gets the receipt that it got before, and to one after a gap we say *not yet*. All of it in this
 * transaction: without its commit nothing was received. For within `allAtOnce`.
 */
export async function receiveMessages(
  work: Work,
  receiving: Receiving,
  { from, messages, apart }: Delivery,
): Promise<readonly Receipt[]> {
  const inOrder = messages.toSorted((a, b) => a.number - b.number)
  const { last: before, stumble } = await lockReceiving(work, from)
  const known = await receiptsOfKnown(
    work,
    from,
    inOrder.filter(({ number }) => arrivalOf(number, before) === 'known'),
  )
  const receipts: Receipt[] = [...known]
  const rows: NewIncoming[] = []
  let last = before
  let stumbled = stumble
  for (const message of inOrder) {
    const { number, id, kind, hash } = message
    const arrival = arrivalOf(number, last)
    if (arrival === 'known') continue
    const expects = last + 1
    if (arrival === 'gap') {
      receipts.push({ number, id, outcome: 'not-yet', because: 'gap', expects })
      continue
    }
    const since = stumble?.number === number ? stumble.at : undefined
    const took = await take(work, receiving, { from, message, since, apart })
    stumbled = nowStumbling(took, number, { since, now: work.now.toString() })
    if (took.outcome === 'not-yet') {
      receipts.push({ number, id, outcome: took.outcome, because: took.because, expects })
      continue
    }
    last = number
    const because = took.outcome === 'refused' ? took.because : null
    const { outcome } = took
    rows.push({ number, id, kind, hash, outcome, because })
    receipts.push({ number, id, hash, at: work.now.toString(), ...took })
    work.audit({
      act: outcome === 'received' ? 'sharing.receive' : 'sharing.receive-refused',
      subject: id,
      details: { from, number, kind, hash, ...(because ? { because } : {}) },
    })
  }
  const same = stumbled?.number === stumble?.number && stumbled?.at === stumble?.at
  if (rows.length > 0 || !same) noteReceiving(work, from, { last, stumble: stumbled, rows })
  return receipts
}

/** Only what can be a defect counts: whoever waited for somebody else may stumble for the first time afterwards. */
function nowStumbling(took: Took, number: number, at: Stumbling): Stumble | undefined {
  if (took.outcome !== 'not-yet') return undefined
  if (at.since === undefined && !took.counts) return undefined
  return { number, at: at.since ?? at.now }
}

type Stumbling = { readonly since: string | undefined; readonly now: string }

type Took =
  | { readonly outcome: 'received' }
  | { readonly outcome: 'refused'; readonly because: string }
  | { readonly outcome: 'not-yet'; readonly because: string; readonly counts: boolean }

type Taking = {
  readonly from: string
  readonly message: CarriedMessage
  /** when this message made us stumble for the first time */
  readonly since: string | undefined
  readonly apart: boolean
}

async function take(
  work: Work,
  { handlerOf, failed }: Receiving,
  { from, message, since, apart }: Taking,
): Promise<Took> {
  const { kind, hash } = message
  const stumble = (because: string, slow = false): Took =>
    isTooLate(since, work.now, slow)
      ? { outcome: 'refused', because }
      : { outcome: 'not-yet', because, counts: true }
  // Changed on the way: not what was sent, so the sender is asked again.
  if (hashThere({ from, to: work.actor.organisationId }, message) !== hash) {
    return stumble('other-than-sent')
  }
  const handler = handlerOf(kind)
  if (!handler) return { outcome: 'refused', because: 'unknown-kind' }
  const read = handler.schema.safeParse(message.body)
  if (!read.success) return { outcome: 'refused', because: 'not-understood' }
  try {
    const received = { ...message, from, body: read.data }
    await (apart
      ? inSavepoint(work, (within) => handler.receive(within, received))
      : handler.receive(work, received))
    return { outcome: 'received' }
  } catch (error) {
    if (!apart) throw error
    if (error instanceof Refusal) return { outcome: 'refused', because: error.because }
    failed(error, kind)
    // No defect: somebody else was at the same rows. It goes again, however often.
    if (waitedForOthers(error)) return { outcome: 'not-yet', because: 'stumbled', counts: false }
    return stumble('stumbled', tookTooLong(error))
  }
}

/** Nothing for what is no proper text, such as half of a pair of units: nobody could have sent it with a hash. */
function hashThere(direction: Direction, message: CarriedMessage): string | undefined {
  try {
    return hashOf(direction, message)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/**
 * The same answer as the first time. Another message under a number that we have can only come from a
 * sender that lost what it sent before: it is refused, so that its people hear of it.
 */
async function receiptsOfKnown(
  work: Work,
  from: string,
  messages: readonly CarriedMessage[],
): Promise<Receipt[]> {
  if (messages.length === 0) return []
  const rows = await listIncoming(
    work,
    from,
    messages.map(({ number }) => number),
  )
  return messages.map(({ number, id, hash }): Receipt => {
    const row = rows.find((one) => one.number === number)
    const at = row ? isoInstant(row.received_at) : work.now.toString()
    if (!row?.hash.equals(Buffer.from(hash, 'hex'))) {
      work.audit({ act: 'sharing.number-taken', subject: id, details: { from, number, hash } })
      return { number, id, outcome: 'refused', because: 'number-taken', hash, at }
    }
    return row.outcome === 'received'
      ? { number, id, outcome: 'received', hash, at }
      : { number, id, outcome: 'refused', because: row.refused_because ?? '', hash, at }
  })
}
