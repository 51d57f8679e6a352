import type { Clock } from '#platform/clock.ts'
import type { Log } from '#platform/log.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { Carrier } from './carrier.ts'
import { type Attempt, afterAttempt, isTooLate } from './delivery.ts'
import { letterFor } from './letter.ts'
import {
  claimMessages,
  listOrganisationsWithPost,
  noteStandings,
  type WaitingMessage,
} from './store.ts'

export type Post = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly carrier: Carrier
  /** where the letters lead, such as https://oogmerk.voorbeeld.nl */
  readonly origin: string
  /** mail addresses of colleagues who still work there; nobody else is in the answer */
  readonly addressesOf: (
    work: Work,
    personIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  readonly log: Pick<Log, 'warn'>
}

/** Messages that one sender holds at a time, and for how long: much longer than they can take. */
const batch = 20
const hold = { minutes: 10 }
/** Milliseconds after which a sender begins no other letter of its batch. */
const enough = 5 * 60_000

// Acts for no organisation: row-level security shows it nothing, the one function tells where to go.
const nobody = '00000000-0000-0000-0000-000000000000'

const sender = (organisationId: string) =>
  ({ kind: 'system', name: 'outbox', organisationId }) as const

/** Sends whatever may be sent now, everywhere. Ends early when the mail server is away. */
export async function sendPost(post: Post, stop: AbortSignal): Promise<void> {
  const { inTransaction } = post
  const waiting = await inTransaction(sender(nobody), 'maintenance', listOrganisationsWithPost)
  for (const organisation of waiting) {
    let result: Result = 'more'
    while (result === 'more' && !stop.aborted) result = await sendBatch(post, organisation, stop)
    if (result === 'away' || stop.aborted) return
  }
}

type Result = 'more' | 'done' | 'away'

/**
 * Claim, send, note: no connection is held while a mail server talks. A crash in between makes the
 * message go again after its hold, with the same Message-ID.
 */
async function sendBatch(post: Post, organisation: string, stop: AbortSignal): Promise<Result> {
  const { inTransaction, clock, addressesOf, log } = post
  const until = clock().add(hold).round('microsecond')
  const claimed = await inTransaction(sender(organisation), 'maintenance', async (work) => {
    const messages = await claimMessages(work, { until, limit: batch })
    const addresses = await addressesOf(work, [...new Set(messages.map((one) => one.recipientId))])
    return { messages, addresses }
  })
  if (claimed.messages.length === 0) return 'done'
  const tries = await tryAll(post, claimed, stop)
  await inTransaction(sender(organisation), 'maintenance', async (work) => {
    const standings = tries.map(({ message, attempt }) => ({
      id: message.id,
      ...afterAttempt(message, attempt, work.now),
    }))
    await noteStandings(work, until, standings)
    const count = (kind: Attempt['kind']) =>
      tries.filter(({ attempt }) => attempt.kind === kind).length
    const details = {
      sent: count('sent'),
      failed: count('failed'),
      undeliverable: count('undeliverable'),
    }
    work.audit({ act: 'post.send', details })
  })
  const troubles = tries.flatMap(({ attempt }) => ('code' in attempt ? [attempt.code] : []))
  if (troubles.length > 0)
    log.warn({ organisation, codes: [...new Set(troubles)] }, 'post not sent')
  return tries.some(({ attempt }) => isAway(attempt)) ? 'away' : 'more'
}

type Claimed = { messages: readonly WaitingMessage[]; addresses: ReadonlyMap<string, string> }
type Try = { readonly message: WaitingMessage; readonly attempt: Attempt }

async function tryAll(post: Post, claimed: Claimed, stop: AbortSignal): Promise<Try[]> {
  const started = performance.now()
  const tries: Try[] = []
  for (const message of claimed.messages) {
    const ended =
      stop.aborted ||
      performance.now() - started > enough ||
      tries.some(({ attempt }) => isAway(attempt))
    const to = claimed.addresses.get(message.recipientId)
    const attempt: Attempt = ended ? { kind: 'left' } : await tryOne(post, message, to)
    tries.push({ message, attempt })
  }
  return tries
}

async function tryOne(
  { carrier, clock, origin }: Post,
  message: WaitingMessage,
  to: string | undefined,
): Promise<Attempt> {
  if (isTooLate(message.createdAt, clock())) return { kind: 'undeliverable', code: 'too-late' }
  if (!to) return { kind: 'undeliverable', code: 'no-address' }
  return carrier.carry(letterFor(message, to, origin))
}

const isAway = (attempt: Attempt): boolean => attempt.kind === 'failed' && attempt.away
