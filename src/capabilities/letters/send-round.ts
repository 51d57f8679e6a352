import { listPartiesById, sendInOrder } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import { digestOf } from './approved-text.ts'
import type { LetterDesk } from './desk.ts'
import { documentOf } from './letter-document.ts'
import { type DraftBody, messageKinds } from './letter-messages.ts'
import { mustBeDraft } from './must-be-draft.ts'
import { getLetter, surroundingsOf } from './read-letter.ts'
import { isAskedStill } from './round.ts'
import { insertEvent, listParties, writeParty } from './round-store.ts'
import { findLetter } from './store.ts'
import type { PartyRow } from './tables.ts'
import { withdrawParties } from './withdraw-parties.ts'

type Round = {
  /** the ministries that are asked; whoever was asked and is not among them is asked no more */
  readonly parties: readonly string[]
  /** the version that somebody read before sending it */
  readonly version: number
  /** the name of the own ministry */
  readonly from: string
}

/**
 * Sends the draft to these ministries, each by the channel between organisations. Whoever has this very text already, and
 * did not refuse it, gets nothing twice.
 */
export async function sendRound(
  work: Work,
  desk: LetterDesk,
  letterId: string,
  { parties, version, from }: Round,
): Promise<void> {
  const { organisationId, personId } = writer(work)
  const row = (await findLetter(work, letterId, true)) ?? refuse('not-found', 'no-such-letter')
  mustBeDraft(row)
  if (row.version !== version) refuse('conflict', 'letter-was-changed')
  const asked = await listPartiesById(work, parties)
  const strange = asked.some(({ id, kind }) => kind !== 'ministry' || id === organisationId)
  if (strange || asked.length !== new Set(parties).size) refuse('invalid', 'choose-ministries')
  const { content } = await getLetter(work, letterId)
  const digest = digestOf(content)
  const before = await listParties(work, letterId)
  const to = asked.filter(({ id }) => !hasIt(before, id, digest))
  const gone = before.filter(
    ({ party_id, state }) => isAskedStill(state) && !parties.includes(party_id),
  )
  for (const { id } of to) {
    await writeParty(work, letterId, {
      party_id: id,
      state: 'asked',
      asked_version: version,
      digest,
    })
    await insertEvent(work, letterId, { kind: 'sent', version, party_id: id, by_person: personId })
  }
  const turns = await withdrawParties(work, letterId, gone, version)
  work.audit({
    act: 'letter.send-round',
    subject: letterId,
    details: { version, to: to.length, withdrawn: gone.length },
  })
  const along = asked.map(({ name }) => name)
  const around = await surroundingsOf(work, desk, content)
  const document = documentOf({ content, ...around, from, along, day: undefined })
  const body = { letter: letterId, version, digest, ...document } as DraftBody
  await sendInOrder(work, desk, [
    ...to.map(({ id }) => ({ to: id, kind: messageKinds.draft, about: letterId, body })),
    ...turns,
  ])
}

const hasIt = (before: readonly PartyRow[], id: string, digest: string): boolean =>
  before.some(
    (party) =>
      party.party_id === id &&
      party.digest === digest &&
      (party.state === 'asked' || party.state === 'approved' || party.state === 'changes'),
  )
