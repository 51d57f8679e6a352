import { type CaseHead, type CaseKey, caseKey, findCase } from '#capabilities/cases/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayCarry } from './access.ts'
import { type ConversationAct, type ConversationState, step } from './conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import {
  type Change,
  findConversationRow,
  insertEvent,
  isDoneBefore,
  updateConversation,
} from './store.ts'
import type { ConversationRow, EventKind } from './tables.ts'

export type Found = {
  readonly actor: PersonActor
  readonly head: CaseHead
  readonly row: ConversationRow
  readonly key: CaseKey
}

/** The person at work; a conversation is only ever worked on by one. */
export const worker = ({ actor }: Work): PersonActor =>
  actor.kind === 'person' ? actor : refuse('not-allowed', 'only-for-people')

/**
 * The conversation, for somebody who is in the circle of its case; anybody else learns nothing, not even
 * that it exists. Locked in the order case, conversation.
 */
export async function findConversation(
  work: Work,
  { cases }: ConversationDesk,
  { caseId, id }: Place,
  lock = false,
): Promise<Found> {
  const head = await findCase(work, caseId, lock)
  const row =
    (await findConversationRow(work, caseId, id, lock)) ??
    refuse('not-found', 'no-such-conversation')
  const key = await caseKey(work, cases.keyring, caseId)
  return { actor: worker(work), head, row, key }
}

export const carries = ({ actor, head, row }: Pick<Found, 'actor' | 'head' | 'row'>): boolean =>
  mayCarry(actor, {
    preparedBy: row.prepared_by,
    holderId: row.holder_id,
    isCoordinator: head.isCoordinator,
  })

/** What decides whether an act can be done now. */
type Standing = {
  readonly mayCarry: boolean
  readonly caseOpen: boolean
  readonly state: ConversationState
  readonly shownAt: string | undefined
}

/** Refuses who may not, and what cannot be done as the case and the conversation stand now. */
export function mustBePossible(act: ConversationAct, now: Standing): ConversationState {
  if (!now.mayCarry) return refuse('not-allowed', `cannot-${act}`)
  if (!now.caseOpen) return refuse('conflict', 'case-is-closed')
  const next = step(act, { state: now.state, everShown: now.shownAt !== undefined })
  return next.ok ? next.state : refuse('conflict', next.because)
}

type Move = {
  readonly act: ConversationAct
  readonly event: EventKind
  /** of the form that was sent */
  readonly key?: string | undefined
  readonly words?: string | undefined
  readonly change?: Change
}

/** `again`: the same form came twice, and nothing more was done. */
export type Moved = Found & { readonly again: boolean }

/**
 * Every act on a conversation goes through here: lock the case and the row, ask who and whether, then
 * write state and history together. What the verb adds is part of the same transaction.
 */
export async function moveConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { act, event, key, words, change }: Move,
): Promise<Moved> {
  const found = await findConversation(work, desk, place, true)
  const { actor, head, row } = found
  const { id } = place
  const details = { case: place.caseId }
  const { personId } = actor
  if (key && (await isDoneBefore(work, { id, personId, kind: event, key }))) {
    work.audit({ act: `conversation.${act}-again`, subject: id, details })
    return { ...found, again: true }
  }
  const state = mustBePossible(act, {
    mayCarry: carries(found),
    caseOpen: head.state === 'open',
    state: row.state,
    shownAt: row.shown_at ?? undefined,
  })
  await updateConversation(work, id, { ...change, state })
  await note(work, found, { event, key, words })
  work.audit({ act: `conversation.${act}`, subject: id, details })
  return { ...found, again: false }
}

export const eventPlace = (id: string, event: string): string => `conversation:${id}:event:${event}`

/** Adds to the history of a conversation. */
export async function note(
  work: Work,
  { actor, row, key: seals }: Pick<Found, 'actor' | 'key'> & { readonly row: { id: string } },
  { event, key, words }: Pick<Move, 'event' | 'key' | 'words'>,
): Promise<void> {
  const id = newId()
  await insertEvent(work, {
    conversation_id: row.id,
    id,
    kind: event,
    happened_at: work.now.toString(),
    by_person: actor.personId,
    words: words ? seals.seal(eventPlace(row.id, id), { text: words }) : null,
    key: key ?? null,
  })
}
