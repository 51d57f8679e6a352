import { listPartiesById, type MessageHandler } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { digestOf } from './approved-text.ts'
import type { LetterDesk } from './desk.ts'
import { AnswerBody, DraftBody, messageKinds, TurnBody } from './letter-messages.ts'
import { getLetter } from './read-letter.ts'
import { isAskedStill, stateAfter } from './round.ts'
import {
  findReceived,
  insertEvent,
  insertRemark,
  listParties,
  updateParty,
  updateReceived,
  writeReceived,
} from './round-store.ts'
import { findLetter } from './store.ts'

type Telling = Pick<LetterDesk, 'colleagues' | 'tell'>

/** Everything that goes between ministries about a letter. */
export const letterHandlers = (desk: Telling): MessageHandler[] => [
  draftHandler(desk) as MessageHandler,
  answerHandler(desk) as MessageHandler,
  turnHandler as MessageHandler,
]

async function tellWriters(
  work: Work,
  { colleagues, tell }: Telling,
  template: 'letter-came' | 'letter-answered',
): Promise<void> {
  for (const { personId: to } of await colleagues(work, ['programme-staff'])) {
    await tell(work, { to, template, reference: '' })
  }
}

/** Another ministry asks what we think of its letter; a later version takes the place of the one before. */
const draftHandler = (desk: Telling): MessageHandler<DraftBody> => ({
  kind: messageKinds.draft,
  schema: DraftBody,
  async receive(work, { from, body: { letter, version, digest, title, sections } }) {
    const both = await listPartiesById(work, [from, work.actor.organisationId])
    if (!both.every(({ kind }) => kind === 'ministry')) refuse('not-allowed', 'no-ministry')
    const before = await findReceived(work, letter, true)
    if (before && before.from_id !== from) refuse('not-found', 'no-such-letter')
    const drawn = sections as Parameters<typeof writeReceived>[1]['sections']
    await writeReceived(work, {
      id: letter,
      from_id: from,
      version,
      digest,
      title,
      sections: drawn,
    })
    work.audit({ act: 'letter.receive-draft', subject: letter, details: { from, version } })
    await tellWriters(work, desk, 'letter-came')
  },
  async settled(work, { about, to, receipt }) {
    if (receipt.outcome === 'received' || !about) return
    const { because } = receipt
    // Refused is what waits for an answer; of a ministry that is asked no more, or that answered, nothing waits.
    const party = (await listParties(work, about)).find(({ party_id }) => party_id === to)
    if (party?.state !== 'asked') {
      return work.audit({
        act: 'letter.undelivered-before',
        subject: about,
        details: { to, because },
      })
    }
    const change = { state: 'undelivered', undelivered_because: because } as const
    await updateParty(work, { letterId: about, partyId: to }, change)
    const version = (await findLetter(work, about))?.version ?? 1
    await insertEvent(work, about, { kind: 'undelivered', version, party_id: to })
    work.audit({ act: 'letter.undelivered', subject: about, details: { to, because } })
    await tellWriters(work, desk, 'letter-answered')
  },
})

/** A ministry that was asked answers. An approval holds only for the text that stands there now. */
const answerHandler = (desk: Telling): MessageHandler<AnswerBody> => ({
  kind: messageKinds.answer,
  schema: AnswerBody,
  async receive(work, { from, body: { letter, version, digest, answer, remarks } }) {
    const row = (await findLetter(work, letter, true)) ?? refuse('not-found', 'no-such-letter')
    const party = (await listParties(work, letter)).find(({ party_id }) => party_id === from)
    if (!party || !isAskedStill(party.state)) return refuse('not-found', 'no-such-letter')
    if (row.state !== 'draft') refuse('conflict', 'letter-is-fixed')
    const { content } = await getLetter(work, letter)
    const state = stateAfter(answer, digest, digestOf(content))
    await updateParty(work, { letterId: letter, partyId: from }, { state })
    for (const { section, words } of remarks) {
      await insertRemark(work, { letter_id: letter, party_id: from, version, section, words })
    }
    const kind = state === 'voided' ? 'approved-earlier' : answer
    await insertEvent(work, letter, { kind, version, party_id: from })
    work.audit({ act: 'letter.receive-answer', subject: letter, details: { from, state } })
    await tellWriters(work, desk, 'letter-answered')
  },
  async settled(work, { about, receipt }) {
    if (receipt.outcome === 'received' || !about) return
    const { because } = receipt
    // It is over there: what we have of it is not asked for any more.
    await updateReceived(work, about, { state: 'withdrawn', sections: null })
    work.audit({ act: 'letter.answer-refused', subject: about, details: { because } })
  },
})

/** What became of a letter about which we were asked. */
const turnHandler: MessageHandler<TurnBody> = {
  kind: messageKinds.turn,
  schema: TurnBody,
  async receive(work, { from, body: { letter, state } }) {
    const row = await findReceived(work, letter, true)
    if (row?.from_id !== from) return refuse('not-found', 'no-such-letter')
    const isOver = state !== 'voided'
    await updateReceived(work, letter, { state, ...(isOver ? { sections: null } : {}) })
    work.audit({ act: 'letter.receive-turn', subject: letter, details: { from, state } })
  },
}
