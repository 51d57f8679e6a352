import { sendInOrder } from '#capabilities/sharing/index.ts'
import type { Work } from '#platform/work.ts'
import { digestOf } from './approved-text.ts'
import type { LetterDesk } from './desk.ts'
import type { LetterContent } from './letter.ts'
import { turnTo } from './letter-messages.ts'
import { insertEvent, listParties, updateParty } from './round-store.ts'

/** Whoever approved other words than these has not approved these; both sides see it. */
export async function voidApprovals(
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  letterId: string,
  { version, content }: { version: number; content: LetterContent },
): Promise<void> {
  const digest = digestOf(content)
  const voided = (await listParties(work, letterId)).filter(
    (party) => party.state === 'approved' && party.digest !== digest,
  )
  for (const { party_id: partyId } of voided) {
    await updateParty(work, { letterId, partyId }, { state: 'voided' })
    await insertEvent(work, letterId, { kind: 'voided', version, party_id: partyId })
    work.audit({ act: 'letter.approval-voided', subject: letterId, details: { to: partyId } })
  }
  await sendInOrder(
    work,
    desk,
    voided.map(({ party_id: to }) => turnTo(to, letterId, 'voided')),
  )
}
