import type { Role } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import { intakeOf } from './desk.ts'
import { isOver, nextReceived } from './disclosure.ts'
import { places } from './disclosure-words.ts'
import { eraseReceived } from './receive-disclosure.ts'
import { findReceived, itemFrom } from './received.ts'
import {
  circleOf,
  insertReceivedEvent,
  insertTaken,
  updateReceived,
  wasReceivedActDone,
} from './received-store.ts'
import { sendMessage } from './send-message.ts'
import { type Answer, kinds } from './sharing-messages.ts'
import { readTaken, sealedFile, type TakenFile } from './taken.ts'

const kindOf = { accept: 'accepted', return: 'returned', decline: 'declined' } as const

type Given = {
  readonly act: Answer['act']
  /** the question, or the reason; none is needed to accept */
  readonly words: string
  readonly key?: string | undefined
}

/** Accepts, returns with a question, or declines with a reason: then the words are gone here. */
export async function answerReceived(
  work: Work,
  desk: SharingDesk,
  id: string,
  { act, words, key: sentWith }: Given,
): Promise<void> {
  const { receiver, row, from, key } = await findReceived(work, desk, id, true)
  if (await wasReceivedActDone(work, id, kindOf[act], sentWith)) {
    work.audit({ act: `sharing.${act}-again`, subject: id })
    return
  }
  const state = nextReceived(act, row.state)
  if (!state || !key) return refuse('conflict', `cannot-${act}-when-${row.state}`)
  if (isOver(state)) await eraseReceived(work, row, 'declined')
  else updateReceived(work, id, { state })
  const eventId = newId()
  insertReceivedEvent(work, {
    received_id: id,
    id: eventId,
    kind: kindOf[act],
    by_person: receiver.personId ?? null,
    key: sentWith ?? null,
    content:
      isOver(state) || words === '' ? null : key.seal(places.event(eventId), { text: words }),
  })
  work.audit({ act: `sharing.${act}`, subject: id, details: circleOf(row) })
  const by = await nameOf(work, desk, receiver.personId, row.to_role)
  const body: Answer = { disclosure: row.disclosure_id, act, words, by }
  await sendMessage(work, desk, { to: from.id, kind: kinds.answer, about: id, body })
}

/** As the other side reads it: somebody by name and role, or a program in the name of that role. */
async function nameOf(
  work: Work,
  desk: SharingDesk,
  personId: string | undefined,
  role: Role,
): Promise<string> {
  const name = personId ? (await desk.namesOf(work, [personId])).get(personId) : 'Programma'
  return `${name ?? '–'}, ${desk.roleName(role, 'nl')}`
}

type Taking = {
  readonly itemId: string
  /** chosen, or by its reference */
  readonly file: TakenFile | { readonly reference: string }
  readonly language: Language
}

/** Refuses `reference-unknown` when there is no such file for this person. */
async function fileOf(work: Work, desk: SharingDesk, given: Taking['file']): Promise<TakenFile> {
  if (!('reference' in given)) return given
  for (const { kind, findByReference } of desk.intakes) {
    const id = await findByReference?.(work, given.reference)
    if (id) return { kind, id }
  }
  return refuse('invalid', 'reference-unknown')
}

/**
 * Takes one fact into an own file, with where it came from. The same fact into the same file is once. What was sent
 * to be answered is only read, and until its last day: it is taken into nothing (decision 174).
 */
export async function takeReceived(
  work: Work,
  desk: SharingDesk,
  id: string,
  { itemId, file: given, language }: Taking,
): Promise<{ readonly path: string }> {
  const found = await findReceived(work, desk, id, true)
  const { receiver, row, body } = found
  // Into which file something belongs, a person decides.
  const personId = receiver.personId ?? refuse('not-allowed', 'not-a-person')
  if (row.state !== 'accepted' || !body) return refuse('conflict', `cannot-take-when-${row.state}`)
  if (body.asks) return refuse('conflict', 'asked-is-not-taken')
  const fact = body.facts.find((one) => one.id === itemId) ?? refuse('not-found', 'no-such-fact')
  const file = await fileOf(work, desk, given)
  const intake = intakeOf(desk, file.kind) ?? refuse('not-found', 'no-such-file')
  const before = (await readTaken(work, desk, id)).some(
    (one) => one.item_id === itemId && one.file.id === file.id && one.file.kind === file.kind,
  )
  const taken = await intake.take(work, file.id, itemFrom(found, fact), language)
  if (before) {
    work.audit({ act: 'sharing.take-again', subject: id, details: { item: itemId } })
    return taken
  }
  const eventId = newId()
  await insertTaken(work, {
    received_id: id,
    id: eventId,
    item_id: itemId,
    fact_kind: fact.kind,
    taken_by: personId,
    ...(await sealedFile(work, desk, eventId, file)),
  })
  insertReceivedEvent(work, {
    ...{ received_id: id, id: eventId, kind: 'taken' },
    by_person: personId,
  })
  // Not into which file: that stands in the entry of the file itself.
  work.audit({ act: 'sharing.take', subject: id, details: { item: itemId } })
  return taken
}
