import { newId } from '#platform/ids.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import { type DisclosureState, nextState, type ReceivedState } from './disclosure.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import {
  claimSentAt,
  insertDisclosureEvent,
  listSentAt,
  updateDisclosure,
} from './disclosure-store.ts'
import { places, receivedContext, wordsKey } from './disclosure-words.ts'
import { whatStays } from './end-in-time.ts'
import type { At } from './occasion.ts'
import { listPartiesById } from './organisation-store.ts'
import { paths } from './paths.ts'
import { eraseReceived } from './receive-disclosure.ts'
import { circleOf, claimReceivedAt, insertReceivedEvent, listReceivedAt } from './received-store.ts'
import type { NewMessage } from './send-message.ts'

/** One delivery on an occasion, as its own side has it. */
export type DeliveryAt = {
  readonly id: string
  readonly reference: string
  readonly at: string
  readonly endOn: string | undefined
  readonly facts: number
  /** the other organisation */
  readonly other: { readonly id: string; readonly name: string }
} & (
  | {
      readonly side: 'sent'
      readonly state: DisclosureState
      readonly madeBy: string | null
      /** chosen from what was written for the occasion; of another file not even which one it is */
      readonly writtenHere: boolean
      readonly path: string
    }
  | {
      readonly side: 'received'
      readonly state: ReceivedState
      readonly path: string
      /** nothing once the words are gone, or for who does not hold the role that it was sent to */
      readonly body: DisclosureBody | undefined
    }
)

/**
 * What was brought and received on an occasion, the oldest first: for an act that is in the trail already and that
 * asked whether the occasion is open to this person. Words only of what was received, in the roles of that person.
 */
export async function deliveriesAt(
  work: Work,
  desk: { readonly keyring: Keyring },
  at: At,
): Promise<readonly DeliveryAt[]> {
  const roles: readonly string[] = work.actor.kind === 'person' ? work.actor.roles : []
  const sent = await listSentAt(work, at)
  const received = await listReceivedAt(work, at)
  const ids = [...sent.flatMap(({ to_id }) => to_id ?? []), ...received.map((one) => one.from_id)]
  const parties = await listPartiesById(work, [...new Set(ids)])
  const other = (id: string | null) => ({
    id: id ?? '',
    name: parties.find((party) => party.id === id)?.name ?? '',
  })
  const lines: DeliveryAt[] = sent.map((row) => ({
    side: 'sent',
    id: row.id,
    reference: row.reference,
    at: row.changed_at,
    endOn: row.end_on ?? undefined,
    facts: row.facts,
    other: other(row.to_id),
    state: row.state,
    madeBy: row.made_by,
    writtenHere: row.file_kind === at.kind && row.file_id === at.id,
    path: paths.one(row.id),
  }))
  for (const row of received) {
    const key =
      row.content_key && roles.includes(row.to_role)
        ? await wordsKey(work, desk, receivedContext(work, row.id), row.content_key)
        : undefined
    lines.push({
      side: 'received',
      id: row.id,
      reference: row.reference,
      at: row.received_at,
      endOn: row.end_on,
      facts: row.facts,
      other: other(row.from_id),
      state: row.state,
      path: paths.oneReceived(row.id),
      body: key && row.content ? key.open<DisclosureBody>(places.words, row.content) : undefined,
    })
  }
  return lines.toSorted((one, next) => (one.at < next.at ? -1 : Number(one.at > next.at)))
}

type Ending = {
  /** what was received: the words go */
  readonly received?: boolean
  /** what was sent to these is over there; `everybody`, when it is over for all */
  readonly sentTo?: readonly string[] | 'everybody'
}

/**
 * Ends what was delivered on an occasion that is over. Answers what the senders are told: what stays in files here.
 */
export async function endDeliveriesAt(
  work: Work,
  at: At,
  { received = false, sentTo = [] }: Ending,
): Promise<readonly NewMessage[]> {
  for (const { id, to_id, state } of await claimSentAt(work, at)) {
    const ended = nextState('end', state)
    const meant = sentTo === 'everybody' || sentTo.includes(to_id ?? '')
    if (!ended || !meant) continue
    updateDisclosure(work, id, { state: ended })
    insertDisclosureEvent(work, { disclosure_id: id, id: newId(), kind: 'ended' })
    work.audit({ act: 'sharing.end', subject: id, details: { was: state } })
  }
  if (!received) return []
  const open = await claimReceivedAt(work, at)
  for (const row of open) {
    await eraseReceived(work, row, 'ended')
    insertReceivedEvent(work, { received_id: row.id, id: newId(), kind: 'ended' })
    const details = { was: row.state, ...circleOf(row) }
    work.audit({ act: 'sharing.end-delivery', subject: row.id, details })
  }
  return whatStays(work, open)
}
