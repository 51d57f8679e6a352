import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import { nextState } from './disclosure.ts'
import {
  claimPastDisclosures,
  insertDisclosureEvent,
  updateDisclosure,
} from './disclosure-store.ts'
import { countsOf, eraseReceived } from './receive-disclosure.ts'
import {
  circleOf,
  claimPastReceived,
  insertReceivedEvent,
  listTaken,
  type ReceivedRow,
} from './received-store.ts'
import { type NewMessage, sendInOrder } from './send-message.ts'
import { kinds, type Taken } from './sharing-messages.ts'

/** Rows per transaction, so that nobody waits for a large ending. */
const portion = 200

/** After the last day each side ends its own: the recipient loses the words, the trail stays. */
export const endInTimeRound = (
  desk: { readonly keyring: Keyring },
  heard: (work: Work) => Work,
): Round => ({
  name: 'end-deliveries',
  first: 90,
  every: 3_600,
  by: 'retention',
  purpose: 'share',
  portion: (work) => endInTime(heard(work), desk),
})

/** Answers whether there may be more. */
export async function endInTime(work: Work, desk: { readonly keyring: Keyring }): Promise<boolean> {
  const today = dutchDay(work.now)
  const received = await claimPastReceived(work, today, portion)
  for (const row of received) {
    await eraseReceived(work, row, 'ended')
    insertReceivedEvent(work, { received_id: row.id, id: newId(), kind: 'ended' })
    work.audit({
      act: 'sharing.end-delivery',
      subject: row.id,
      details: { was: row.state, ...circleOf(row) },
    })
  }
  const sent = await claimPastDisclosures(work, today, portion)
  for (const { id, state } of sent) {
    const ended = nextState('end', state)
    if (!ended) continue
    updateDisclosure(work, id, { state: ended })
    insertDisclosureEvent(work, { disclosure_id: id, id: newId(), kind: 'ended' })
    work.audit({ act: 'sharing.end', subject: id, details: { was: state } })
  }
  await sendInOrder(work, desk, await whatStays(work, received))
  return received.length === portion || sent.length === portion
}

/** Each sender hears what stays in files here: it can still be recalled. */
export async function whatStays(
  work: Work,
  rows: readonly Pick<ReceivedRow, 'id' | 'from_id' | 'disclosure_id'>[],
): Promise<readonly NewMessage[]> {
  const messages: NewMessage[] = []
  for (const row of rows) {
    const taken = countsOf(await listTaken(work, row.id))
    if (taken.length === 0) continue
    const body: Taken = { disclosure: row.disclosure_id, taken }
    messages.push({ to: row.from_id, kind: kinds.stays, about: row.id, body })
  }
  return messages
}
