import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { AskedFor, Signing } from './answer-form.ts'
import { lastDayAfterAnswer } from './consultation.ts'
import {
  type AnswerRow,
  didAnotherAnswer,
  findAnswer,
  findAnswerById,
  insertAnswer,
  listWhoStillWrite,
  updateAnswer,
} from './consultation-store.ts'
import type { SharingDesk } from './desk.ts'
import { isOver } from './disclosure.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import { places, receivedContext, type WordsKey, wordsKey } from './disclosure-words.ts'
import type { SettledMessage } from './message-handler.ts'
import { findReceived } from './received.ts'
import {
  circleOf,
  findReceivedToKeep,
  insertReceivedEvent,
  type ReceivedRow,
  updateReceived,
} from './received-store.ts'
import { sendMessage } from './send-message.ts'
import { settledAnswer } from './settled-answer.ts'

type Desk = Pick<SharingDesk, 'keyring' | 'namesOf'>

/** Which delivery, and the form in which it is answered. */
export type Consulted = { readonly id: string; readonly form: AskedFor }

type Found = {
  readonly personId: string
  readonly row: ReceivedRow
  readonly key: WordsKey
  readonly body: DisclosureBody
  /** of the answer that it asks for */
  readonly kind: string
  readonly answer: AnswerRow | undefined
}

/**
 * For a person in the role that was asked, from accepting until its last day. Whoever may know of the delivery
 * reads why it cannot be answered: `conflict` `accept-first` or `consultation-over`. To anybody else, and when it
 * asks for nothing of this kind, there is no such page.
 */
async function findConsultation(
  work: Work,
  desk: Desk,
  { id, form }: Consulted,
  lock = false,
): Promise<Found> {
  if (!form.may(work.actor)) return refuse('not-found', 'no-such-page')
  const { receiver, row, key, body } = await findReceived(work, desk, id, lock)
  const personId = receiver.personId ?? refuse('not-allowed', 'not-a-person')
  if (isOver(row.state) || !key || !body) return refuse('conflict', 'consultation-over')
  const kind = body.asks
  if (!kind || !form.asked(kind)) return refuse('not-found', 'no-such-page')
  if (row.state !== 'accepted') return refuse('conflict', 'accept-first')
  return {
    personId,
    row,
    key,
    body,
    kind,
    answer: await findAnswer(work, { receivedId: id, personId }),
  }
}

export type ReadConsultation<Words> = {
  readonly id: string
  readonly reference: string
  readonly body: DisclosureBody
  /** ISO date: until then both sides read it */
  readonly endOn: string
  /** a colleague answered, which made the last day an earlier one; nothing of what they wrote */
  readonly anotherAnswered: boolean
  /** what this person wrote so far, or sent */
  readonly words: Words | undefined
  /** when it was sent, as an ISO instant, and the hash of its message */
  readonly sent: { readonly at: string; readonly hash: string } | undefined
}

/** What was asked, and what this person wrote for it. `Words` is as the same kind kept it. */
export async function readConsultation<Words>(
  work: Work,
  desk: Desk,
  consulted: Consulted,
): Promise<ReadConsultation<Words>> {
  const { personId, row, key, body, answer } = await findConsultation(work, desk, consulted)
  const anotherAnswered = await didAnotherAnswer(work, { receivedId: row.id, personId })
  work.audit({ act: 'sharing.read-consultation', subject: row.id })
  return {
    id: row.id,
    reference: row.reference,
    body,
    endOn: row.end_on,
    anotherAnswered,
    words: answer?.content ? key.open<Words>(places.answer(answer.id), answer.content) : undefined,
    sent: sentOf(answer),
  }
}

const sentOf = (answer: AnswerRow | undefined): ReadConsultation<unknown>['sent'] =>
  answer?.sent_at && answer.hash
    ? { at: answer.sent_at, hash: answer.hash.toString('hex') }
    : undefined

/** How far this person is, for a page whose entry in the trail says that the delivery was read. */
export async function howFar(
  work: Work,
  receivedId: string,
): Promise<{ readonly begun: boolean; readonly sent: ReadConsultation<unknown>['sent'] }> {
  const { actor } = work
  const answer =
    actor.kind === 'person'
      ? await findAnswer(work, { receivedId, personId: actor.personId })
      : undefined
  return { begun: answer !== undefined, sent: sentOf(answer) }
}

/** Keeps what was typed, right or wrong: it is judged when it should leave. Not when it was sent before: `false`. */
export async function keepConsultation(
  work: Work,
  desk: Desk,
  consulted: Consulted,
  words: unknown,
): Promise<boolean> {
  const found = await findConsultation(work, desk, consulted, true)
  const kept = !found.answer?.sent_at
  if (kept) await keep(work, found, words)
  work.audit({ act: 'sharing.keep-consultation', subject: consulted.id, details: { kept } })
  return kept
}

/** Writes the words in the one answer of this person; answers its id. */
async function keep(
  work: Work,
  { personId, row, key, kind, answer }: Found,
  words: unknown,
): Promise<string> {
  const id = answer?.id ?? newId()
  const content = key.seal(places.answer(id), words)
  if (answer) await updateAnswer(work, id, { content })
  else await insertAnswer(work, { id, received_id: row.id, kind, made_by: personId, content })
  return id
}

/**
 * Signs and sends, once: the same again changes nothing. From here on it has a last day on both sides. Whoever
 * calls this asked for a fresh proof of who they are. Whoever began an answer too hears that a colleague was first.
 */
export async function sendConsultation(
  work: Work,
  desk: Desk & Pick<SharingDesk, 'tell'>,
  consulted: Consulted,
  {
    words,
    body,
  }: {
    readonly words: unknown
    /** what crosses, as the handler of this kind has it */
    readonly body: (signing: Signing) => unknown
  },
): Promise<void> {
  const found = await findConsultation(work, desk, consulted, true)
  const { personId, row, answer } = found
  const on = dutchDay(work.now)
  if (answer?.sent_at) {
    work.audit({ act: 'sharing.send-consultation-again', subject: row.id })
    return
  }
  const id = await keep(work, found, words)
  updateReceived(work, row.id, {
    end_on: lastDayAfterAnswer(row.end_on, on),
  })
  insertReceivedEvent(work, {
    ...{ received_id: row.id, id: newId(), kind: 'consulted', by_person: personId },
  })
  work.audit({ act: 'sharing.send-consultation', subject: row.id, details: circleOf(row) })
  for (const to of await listWhoStillWrite(work, row.id)) {
    await desk.tell(work, { to, template: 'consultation-answered', reference: row.reference })
  }
  const by = (await desk.namesOf(work, [personId])).get(personId) ?? '–'
  const message = await sendMessage(work, desk, {
    to: row.from_id,
    kind: found.kind,
    about: id,
    body: body({ disclosure: row.disclosure_id, answer: id, by, on }),
  })
  await updateAnswer(work, id, {
    sent_at: work.now.toString(),
    message_id: message.id,
    hash: Buffer.from(message.hash, 'hex'),
  })
}

/**
 * What became of the message. An answer that did not arrive is a draft again, for as long as the delivery was to be
 * read before it was signed: whoever wrote it hears that, and can sign it once more.
 */
export async function settledConsultation(
  work: Work,
  desk: Pick<SharingDesk, 'colleagues' | 'tell' | 'keyring'>,
  { id, about, receipt }: Pick<SettledMessage, 'id' | 'about' | 'receipt'>,
): Promise<void> {
  const answer = about && (await findAnswerById(work, about))
  if (!answer || answer.message_id !== id) return
  const { outcome } = receipt
  await (outcome === 'received'
    ? updateAnswer(work, answer.id, { outcome })
    : asDraftAgain(work, desk, answer))
  const details = { outcome }
  work.audit({ act: 'sharing.consultation-settled', subject: answer.received_id, details })
  await settledAnswer(work, desk, { id: answer.received_id, receipt })
}

async function asDraftAgain(
  work: Work,
  desk: Pick<SharingDesk, 'keyring'>,
  answer: AnswerRow,
): Promise<void> {
  await updateAnswer(work, answer.id, { sent_at: null, message_id: null, hash: null })
  const row = await findReceivedToKeep(work, answer.received_id)
  // What somebody else signed has its own last day.
  if (!row?.content || !row.content_key) return
  if (await didAnotherAnswer(work, { receivedId: answer.received_id, personId: answer.made_by }))
    return
  const key = await wordsKey(work, desk, receivedContext(work, row.id), row.content_key)
  const { endOn } = key.open<DisclosureBody>(places.words, row.content)
  updateReceived(work, row.id, { end_on: endOn })
}
