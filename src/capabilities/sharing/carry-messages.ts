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
  mayBeLost,
  notHeld,
  type Settling,
  settleHeld,
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

type ClaimedLoad = ClaimedChannel & { readonly messages: readonly CarriedMessage[] }

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
    const answer = stop?.aborted ? unsaid('stopped') : await carryLoad(carrying, from, load)
    carried.push({ load, ...answer })
  }
  await noteAll(carrying, from, { carried, until })
  const mayHoldMore = (load: ClaimedLoad) =>
    load.rows.length === mostMessages || load.attempts > 0 || isEmptyAtFirst(load)
  return loads.length === mostChannels || loads.some(mayHoldMore)
}

/**
 * Somebody else carried what was here between our look and our hold, and more was left meanwhile. Whoever left it woke
 * a carrier that found the channel held, so we look again at once; but never twice, for then there is something else.
 */
const isEmptyAtFirst = ({ rows, attempts }: ClaimedChannel): boolean =>
  rows.length === 0 && attempts === 0

async function claimLoads(
  work: Work,
  { keyring }: Carrying,
  until: Temporal.Instant,
): Promise<ClaimedLoad[]> {
  mayBeLost(work)
  const limits = { channels: mostChannels, messages: mostMessages }
  const channels = await claimChannels(work, { until, ...limits })
  if (channels.length === 0) return []
  const rows = channels.flatMap((channel) => channel.rows)
  const messages = new Map((await openOutgoing(work, keyring, rows)).map((one) => [one.id, one]))
  return channels.map((channel) => ({
    ...channel,
    messages: channel.rows.flatMap(({ id }) => messages.get(id) ?? []),
  }))
}

type Answer = { readonly receipts: readonly Receipt[]; readonly error?: string }
type Carried = Answer & { readonly load: ClaimedLoad }
const unsaid = (error: string): Answer => ({ receipts: [], error })

async function carryLoad(
  { wayTo, failed }: Carrying,
  from: string,
  { to, rows, messages }: ClaimedLoad,
): Promise<Answer> {
  if (rows.length === 0) return unsaid('nothing-here')
  try {
    return { receipts: await wayTo(to).carry({ from, to, messages }) }
  } catch (error) {
    failed(error, to)
    return unsaid('not-reached')
  }
}

type Noting = { readonly carried: readonly Carried[]; readonly until: Temporal.Instant }

/**
 * What recipients said, in the rows of the sender. Whoever held a channel too long finds that somebody else does, and
 * that one notes it. That is seen at the end, when everything was written: then it is undone, and done again for the
 * channels that are still held.
 */
async function noteAll(
  { inTransaction, handlerOf }: Carrying,
  from: string,
  { carried, until }: Noting,
): Promise<void> {
  const note = (onlyHeld: boolean) =>
    inTransaction(carrier(from), 'share', async (work) => {
      mayBeLost(work)
      const channels: Parameters<typeof settleHeld>[] = []
      for (const one of carried) {
        const { to } = one.load
        if (onlyHeld && !(await isHeld(work, to, until))) continue
        channels.push([work, { to, until }, await noteReceipts(work, handlerOf, one)])
      }
      // After all records, in the order of their recipients, as whoever sends does: nobody waits in a ring.
      for (const channel of channels) settleHeld(...channel)
    })
  try {
    await note(false)
  } catch (error) {
    if (!notHeld(error)) throw error
    await note(true)
  }
}

/** As far as each is settled from the first message on; answers where the channel stands then. */
async function noteReceipts(
  work: Work,
  handlerOf: HandlerOf,
  { load, receipts, error }: Carried,
): Promise<Settling> {
  const { to, attempts, rows } = load
  const answers = rows.map((row) => ({ row, receipt: receipts.find(({ id }) => id === row.id) }))
  const settled: { row: WaitingRow; receipt: Settled }[] = []
  for (const { row, receipt } of answers) {
    if (!receipt || !isSettled(receipt)) break
    settled.push({ row, receipt })
  }
  const stopped = answers[settled.length]?.receipt
  const because =
    settled.length === rows.length && rows.length > 0
      ? undefined
      : stopped && 'because' in stopped
        ? stopped.because
        : (error ?? 'no-answer')
  const tried = afterTry({ settled: settled.length, error: because }, attempts, work.now)
  const standing = isEmptyAtFirst(load) ? { ...tried, dueAt: null } : tried
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
  return { receipts: settled.map(({ receipt }) => receipt), standing }
}
