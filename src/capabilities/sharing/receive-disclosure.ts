import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { recordKey, sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { eraseAnswers } from './consultation-store.ts'
import { intakeOf, type SharingDesk } from './desk.ts'
import { nextReceived, type RecallReason, type ReceivedState } from './disclosure.ts'
import { bodyHash, DisclosureBody } from './disclosure-body.ts'
import { places, receivedContext, wordsKey } from './disclosure-words.ts'
import { settledDisclosure } from './hear-answers.ts'
import type { MessageHandler } from './message-handler.ts'
import { hear, noteWords } from './note-happening.ts'
import { occasionOf } from './occasion.ts'
import { findParty } from './organisation-store.ts'
import { passedOn } from './passed-on.ts'
import {
  circleOf,
  eraseReceivedEvents,
  findReceivedFrom,
  insertReceived,
  insertReceivedEvent,
  type ReceivedRow,
  type TakenRow,
  updateReceived,
} from './received-store.ts'
import { sendMessage } from './send-message.ts'
import { settledRecall, settledReply } from './settled-after.ts'
import { kinds, Recall, Reply, type Taken } from './sharing-messages.ts'
import { readTaken, type Taken as TakenIn } from './taken.ts'
import { readersOf, tellReaders, tellRole } from './tell-role.ts'

/** What the recipient does with what a sender sends: a disclosure, an answer to a question, a recall. */
export const receivingHandlers = (desk: SharingDesk): readonly MessageHandler[] => [
  disclosureHandler(desk),
  replyHandler(desk),
  recallHandler(desk),
]

const disclosureHandler = (desk: SharingDesk): MessageHandler<DisclosureBody> => ({
  kind: kinds.disclosure,
  schema: DisclosureBody,
  async receive(work, { from, body }) {
    // Refused, so that the sender hears that nobody reads it.
    if (body.endOn < dutchDay(work.now)) refuse('conflict', 'past-its-end')
    const { role } = body.to
    const about =
      body.at &&
      (await occasionOf(desk, body.at.kind).told?.received(work, body.at.id, { from, role }))
    const meant = { to_role: role, case_id: about?.caseId ?? null }
    const readers = await readersOf(work, desk, meant)
    if (readers.length === 0) refuse('conflict', 'nobody-in-that-role')
    const id = newId()
    const context = receivedContext(work, id)
    const { key, wrappedKey } = sealRecord(await desk.keyring.keyOf(work), context, {})
    insertReceived(work, {
      id,
      from_id: from,
      disclosure_id: body.disclosure,
      reference: body.reference,
      ...meant,
      at_kind: body.at?.kind ?? null,
      at_id: body.at?.id ?? null,
      end_on: body.endOn,
      facts: body.facts.length,
      hash: Buffer.from(bodyHash(body), 'hex'),
      content_key: wrappedKey,
      content: recordKey(key, context).seal(places.words, body),
    })
    work.audit({
      act: 'sharing.delivery',
      subject: id,
      details: { from, facts: body.facts.length, ...circleOf(meant) },
    })
    await tellReaders(work, desk, { readers, reference: body.reference }, 'new-delivery')
  },
  async settled(work, { about, receipt }) {
    if (about) await settledDisclosure(work, desk, { id: about, receipt })
  },
})

const replyHandler = (desk: SharingDesk): MessageHandler<Reply> => ({
  kind: kinds.reply,
  schema: Reply,
  async receive(work, { from, body }) {
    const row = await getReceived(work, from, body.disclosure)
    if (!row.content_key) return late(work, row, 'reply')
    const id = newId()
    const key = await wordsKey(work, desk, receivedContext(work, row.id), row.content_key)
    const state = nextReceived('reply', row.state)
    if (state) updateReceived(work, row.id, { state })
    insertReceivedEvent(work, {
      ...{ received_id: row.id, id, kind: 'replied' },
      content: key.seal(places.event(id), { text: body.words, by: body.by }),
    })
    work.audit({ act: 'sharing.delivery-reply', subject: row.id, details: circleOf(row) })
    await tellRole(work, desk, row, 'delivery-answered')
  },
  async settled(work, { about, receipt }) {
    if (about) await settledReply(work, desk, { id: about, receipt })
  },
})

const recallHandler = (desk: SharingDesk): MessageHandler<Recall> => ({
  kind: kinds.recall,
  schema: Recall,
  async receive(work, { from, body: { disclosure, because } }) {
    const row = await getReceived(work, from, disclosure)
    if (!nextReceived('recall', row.state)) return late(work, row, 'recall')
    await eraseReceived(work, row, 'recalled')
    const event = { received_id: row.id, id: newId(), kind: 'recalled', because } as const
    insertReceivedEvent(work, event)
    const taken = await readTaken(work, desk, row.id)
    for (const { file, item_id } of taken) {
      await intakeOf(desk, file.kind)?.recalled(work, file.id, item_id)
    }
    work.audit({
      act: 'sharing.delivery-recalled',
      subject: row.id,
      details: { because, taken: taken.length, ...circleOf(row) },
    })
    await tellRole(work, desk, row, 'delivery-recalled')
    await noteAtPassedOn(work, desk, taken, { from, because })
    const body: Taken = { disclosure, taken: countsOf(taken) }
    await sendMessage(work, desk, { to: from, kind: kinds.recalled, about: row.id, body })
  },
  async settled(work, { about, receipt }) {
    if (about) await settledRecall(work, desk, { id: about, receipt })
  },
})

/** What went on to others stays there, until somebody here takes it back: whoever follows it hears that. */
async function noteAtPassedOn(
  work: Work,
  desk: SharingDesk,
  taken: readonly TakenIn[],
  { from, because }: { from: string; because: RecallReason },
): Promise<void> {
  const by = (await findParty(work, from))?.name ?? ''
  for (const row of await passedOn(work, desk, taken)) {
    await noteWords(work, desk, row, 'source-recalled', { text: '', by, because })
    work.audit({ act: 'sharing.source-recalled', subject: row.id })
    await hear(work, desk, row)
  }
}

/** Words, key and what was said about it are gone; that it was there, and what happened, stays. */
export async function eraseReceived(
  work: Work,
  { id }: Pick<ReceivedRow, 'id'>,
  state: Extract<ReceivedState, 'declined' | 'recalled' | 'ended'>,
): Promise<void> {
  updateReceived(work, id, { state, content: null, content_key: null })
  await eraseReceivedEvents(work, id)
  await eraseAnswers(work, id)
}

const getReceived = async (work: Work, from: string, disclosureId: string): Promise<ReceivedRow> =>
  (await findReceivedFrom(work, { from, disclosureId })) ?? refuse('not-found', 'no-such-delivery')

/** It crossed something of ours on the way: there is nothing left to do. */
const late = (work: Work, { id, state }: ReceivedRow, act: string): void =>
  work.audit({ act: 'sharing.delivery-late', subject: id, details: { late: act, state } })

export const countsOf = (
  taken: readonly Pick<TakenRow, 'fact_kind' | 'item_id'>[],
): Taken['taken'] =>
  [...Map.groupBy(taken, (one) => one.fact_kind)].map(([kind, same]) => ({
    kind,
    // The same fact in two files is one fact.
    count: new Set(same.map(({ item_id }) => item_id)).size,
  }))
