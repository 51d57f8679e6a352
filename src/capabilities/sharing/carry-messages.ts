import { noOrganisation } from '#platform/actor.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import {
  type ClaimedChannel,
  claimChannels,
  isHeld,
  listOrganisationsWithMessages,
  listWaiting,
  mayBeLost,
  settleOutgoing,
  updateHeldChannel,
  type WaitingRow,
} from './channel-store.ts'
import { type CarriedMessage, isSettled, type Receipt, type Settled } from './message.ts'
import type { HandlerOf } from './message-handler.ts'
import { openOutgoing } from './outgoing.ts'
import { afterTry } from './patience.ts'
import type { WayTo } from './way.ts'

export type Carrying = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly keyring: Keyring
  readonly handlerOf: HandlerOf
  readonly wayTo: WayTo
  /** hears what went wrong with the post from or to an organisation; it waits and goes again */
  readonly failed: (error: unknown, organisationId: string) => void
}

/** Channels that one carrier holds at a time, messages of each, and for how long: far longer than they can take. */
const mostChannels = 20
const mostMessages = 50
const hold = { minutes: 10 }
/** Senders whose post goes at the same time: connections that people at work do not have then. */
const mostSenders = 3

const carrier = (organisationId: string) =>
  ({ kind: 'system', name: 'delivery', organisationId }) as const

/** The job to wake when a commit may have left a message. */
export const carryJob = 'carry-messages'

/** Woken by commits; the sweep finds what another server left behind and what is due again. */
export const carryMessagesJob = (carrying: Carrying): Job => ({
  name: carryJob,
  first: 5,
  every: 60,
  run: (stop) => carryMessages(carrying, stop),
})

/** Carries whatever may go now, everywhere. */
export async function carryMessages(carrying: Carrying, stop: AbortSignal): Promise<void> {
  const waiting = await carrying.inTransaction(
    carrier(noOrganisation),
    'share',
    listOrganisationsWithMessages,
  )
  const senders = waiting.values()
  const carryOn = async () => {
    for (const organisation of senders) {
      if (stop.aborted) return
      // What goes wrong with the post of one keeps nobody else's.
      await carryAllFrom(carrying, organisation, stop).catch((error) =>
        carrying.failed(error, organisation),
      )
    }
  }
  await Promise.all(Array.from({ length: mostSenders }, carryOn))
}

async function carryAllFrom(carrying: Carrying, from: string, stop: AbortSignal): Promise<void> {
  let more = true
  while (more && !stop.aborted) more = await carryFrom(carrying, from, stop)
}

type ClaimedLoad = ClaimedChannel & {
  readonly rows: readonly WaitingRow[]
  readonly messages: readonly CarriedMessage[]
}

/**
 * Claim, carry, note: no connection of the sender is held while the recipient writes. A crash in between makes
 * the same messages go again after the hold, and the recipient recognises them. Answers whether there may be
 * more.
 */
export async function carryFrom(
  carrying: Carrying,
  from: string,
  stop?: AbortSignal,
): Promise<boolean> {
  const { inTransaction, clock } = carrying
  const until = clock().add(hold).round('microsecond')
  const loads = await inTransaction(carrier(from), 'share', (work) =>
    claimLoads(work, carrying, until),
  )
  if (loads.length === 0) return false
  const carried: Carried[] = []
  for (const load of loads) {
    // What was claimed and is not carried any more is let go.
    const answer = stop?.aborted
      ? { receipts: [], error: 'stopped' }
      : await carryLoad(carrying, from, load)
    carried.push({ load, ...answer })
  }
  await inTransaction(carrier(from), 'share', async (work) => {
    mayBeLost(work)
    // Records first and channels last, in this order, as whoever sends does: nobody waits in a ring.
    const noted: Noted[] = []
    for (const one of carried) noted.push(await noteReceipts(work, carrying, until, one))
    for (const one of noted) await one.letGo()
  })
  const full = ({ rows, attempts }: ClaimedLoad) => rows.length === mostMessages || attempts > 0
  return loads.length === mostChannels || loads.some(full)
}

async function claimLoads(
  work: Work,
  { keyring }: Carrying,
  until: Temporal.Instant,
): Promise<ClaimedLoad[]> {
  mayBeLost(work)
  const channels = await claimChannels(work, { until, limit: mostChannels })
  if (channels.length === 0) return []
  const rows = await listWaiting(
    work,
    channels.map(({ to }) => to),
    mostMessages,
  )
  const messages = new Map((await openOutgoing(work, keyring, rows)).map((one) => [one.id, one]))
  // Noted in this order: whoever sends to several at once waits in the same order, so nobody waits in a ring.
  const inOrder = channels.toSorted((a, b) => (a.to < b.to ? -1 : 1))
  return inOrder.map((channel) => {
    const own = rows.filter(({ to_id }) => to_id === channel.to)
    return { ...channel, rows: own, messages: own.flatMap(({ id }) => messages.get(id) ?? []) }
  })
}

type Answer = { readonly receipts: readonly Receipt[]; readonly error?: string }
type Carried = Answer & { readonly load: ClaimedLoad }

async function carryLoad(
  { wayTo, failed }: Carrying,
  from: string,
  { to, messages }: ClaimedLoad,
): Promise<Answer> {
  try {
    return { receipts: await wayTo(to).carry({ from, to, messages }) }
  } catch (error) {
    failed(error, to)
    return { receipts: [], error: 'not-reached' }
  }
}

/** What is left to do when every record was written: the row of the channel itself. */
type Noted = { letGo(): Promise<void> }

/**
 * What the recipient said, in the sender's rows: from the first message on, for as far as each is settled.
 * Whoever held the channel too long finds that somebody else does, and writes nothing.
 */
async function noteReceipts(
  work: Work,
  { handlerOf }: Carrying,
  until: Temporal.Instant,
  { load: { to, attempts, rows }, receipts, error }: Carried,
): Promise<Noted> {
  if (!(await isHeld(work, to, until))) return { letGo: async () => {} }
  const answers = rows.map((row) => ({ row, receipt: receipts.find(({ id }) => id === row.id) }))
  const settled: { row: WaitingRow; receipt: Settled }[] = []
  for (const { row, receipt } of answers) {
    if (!receipt || !isSettled(receipt)) break
    settled.push({ row, receipt })
  }
  const stopped = answers[settled.length]?.receipt
  const because =
    settled.length === rows.length
      ? undefined
      : stopped && 'because' in stopped
        ? stopped.because
        : (error ?? 'no-answer')
  const standing = afterTry({ settled: settled.length, error: because }, attempts, work.now)
  for (const { row, receipt } of settled) {
    await handlerOf(row.kind)?.settled?.(work, {
      id: row.id,
      to,
      about: row.about ?? undefined,
      receipt,
    })
    work.audit({
      act: receipt.outcome === 'received' ? 'sharing.delivered' : 'sharing.refused',
      subject: row.id,
      details: {
        to,
        number: row.number,
        kind: row.kind,
        hash: row.hash.toString('hex'),
        ...(receipt.outcome === 'refused' ? { because: receipt.because } : {}),
      },
    })
  }
  if (settled.length > 0) {
    settleOutgoing(
      work,
      to,
      settled.map(({ receipt }) => receipt),
    )
  }
  return {
    async letGo() {
      const held = { to, until, settled: settled.length }
      // Taken over while this was written: all of it is undone, and the other carrier notes it.
      if (!(await updateHeldChannel(work, held, standing))) throw new Error('Held too long.')
    },
  }
}
