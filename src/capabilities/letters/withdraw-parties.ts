import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import { turnTo } from './letter-messages.ts'
import { insertEvent, updateParty } from './round-store.ts'

/** These ministries are asked no more about a draft. Answers the messages that tell them. */
export async function withdrawParties(
  work: Work,
  letterId: string,
  parties: readonly { readonly party_id: string }[],
  version: number,
) {
  const { personId } = writer(work)
  for (const { party_id: partyId } of parties) {
    await updateParty(work, { letterId, partyId }, { state: 'withdrawn' })
    const event = { kind: 'withdrawn', version, party_id: partyId, by_person: personId } as const
    await insertEvent(work, letterId, event)
  }
  return parties.map(({ party_id: to }) => turnTo(to, letterId, 'withdrawn'))
}
