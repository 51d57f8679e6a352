import { addTask, caseKey, endTasksFrom, findCase } from '#capabilities/cases/index.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayHold } from './circle.ts'
import { type ConversationDesk, type Place, pathOf } from './desk.ts'
import { moveConversation, note, worker } from './find-conversation.ts'
import type { Preparation } from './preparation.ts'
import { findByKey, insertConversation } from './store.ts'
import { t } from './words.ts'
import { addVersion } from './writings.ts'

type Input = {
  readonly preparation: Preparation
  readonly key?: string | undefined
  /** in which the task in the day list is worded */
  readonly language: Language
}

/** Whoever is in the circle of an open case prepares a conversation; answers its id. */
export async function prepareConversation(
  work: Work,
  desk: ConversationDesk,
  caseId: string,
  { preparation, key, language }: Input,
): Promise<string> {
  const head = await findCase(work, caseId, true)
  const actor = worker(work)
  const details = { case: caseId }
  const { personId } = actor
  const before = key && (await findByKey(work, { caseId, personId, key }))
  if (before) {
    work.audit({ act: 'conversation.prepare-again', subject: before.id, details })
    return before.id
  }
  if (head.state === 'closed') return refuse('conflict', 'case-is-closed')
  await holderIn(work, desk, caseId, preparation)
  const id = newId()
  await insertConversation(work, {
    id,
    case_id: caseId,
    prepared_by: personId,
    holder_id: preparation.holderId,
    planned_on: preparation.plannedOn ?? null,
    key: key ?? null,
  })
  const found = { actor, row: { id }, key: await caseKey(work, desk.cases.keyring, caseId) }
  await addVersion(work, found, 'preparation', { after: 0, content: preparation })
  await note(work, found, { event: 'prepared' })
  await planTask(work, desk, { caseId, id }, preparation, language)
  work.audit({ act: 'conversation.prepare', subject: id, details })
  return id
}

/** `after` is the version that its writer read. */
export async function editPreparation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { preparation, key, language, after }: Input & { readonly after: number },
): Promise<void> {
  const found = await moveConversation(work, desk, place, {
    act: 'edit',
    event: 'edited',
    key,
    change: { holder_id: preparation.holderId, planned_on: preparation.plannedOn ?? null },
  })
  if (found.again) return
  await holderIn(work, desk, place.caseId, preparation)
  await addVersion(work, found, 'preparation', { after, content: preparation })
  const { holder_id: holder, planned_on: planned } = found.row
  if (holder === preparation.holderId && (planned ?? undefined) === preparation.plannedOn) return
  await endTasksFrom(work, { capability: 'conversations', id: place.id }, 'dropped')
  await planTask(work, desk, place, preparation, language)
}

async function holderIn(
  work: Work,
  desk: ConversationDesk,
  caseId: string,
  { holderId }: Preparation,
): Promise<void> {
  if (!(await mayHold(work, desk, caseId, holderId))) refuse('invalid', 'choose-holder')
}

/** A planned conversation stands in the day list of who holds it. */
async function planTask(
  work: Work,
  { cases }: ConversationDesk,
  place: Place,
  { holderId, plannedOn }: Preparation,
  language: Language,
): Promise<void> {
  if (plannedOn === undefined) return
  await addTask(work, cases, place.caseId, {
    title: t(language).tasks.hold,
    ownerId: holderId,
    dueOn: plannedOn,
    clock: 'agreement',
    from: { capability: 'conversations', id: place.id },
    place: pathOf(place),
  })
}
