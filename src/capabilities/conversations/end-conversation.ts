import { endTasksFrom, writeEntry } from '#capabilities/cases/index.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type CallOffReason, forFile } from './conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { entryFrom } from './entry-from.ts'
import { moveConversation } from './find-conversation.ts'
import { readPassages } from './passages.ts'

export type Closing = {
  /** the passages that a person chose to go into the file */
  readonly chosen: readonly string[]
  /** why the young person did not read all of it; needed when so */
  readonly unread: string
  readonly key?: string | undefined
  /** in which the entries are worded */
  readonly language: Language
}

/** Closes it into the file: what was chosen is written there, and nothing by itself. */
export async function closeConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { chosen, unread, key, language }: Closing,
): Promise<void> {
  const found = await moveConversation(work, desk, place, {
    act: 'close',
    event: 'closed',
    key,
    words: unread.trim(),
    change: { ended_at: work.now.toString() },
  })
  if (found.again) return
  if (found.row.state !== 'shown' && unread.trim() === '') {
    return refuse('invalid', 'unread-missing')
  }
  const all = await readPassages(work, found)
  const fit = forFile(all)
  if (chosen.some((id) => !fit.some((one) => one.id === id))) {
    return refuse('invalid', 'choose-passage')
  }
  const of = { id: place.id, heldOn: found.row.held_on ?? undefined, passages: all }
  for (const passage of fit.filter(({ id }) => chosen.includes(id))) {
    await writeEntry(work, desk.cases, place.caseId, entryFrom(language, passage, of))
  }
}

/** The conversation is not held; why stays to be read. */
export async function callOffConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  {
    because,
    note,
    key,
  }: {
    readonly because: CallOffReason
    readonly note: string
    readonly key?: string | undefined
  },
): Promise<void> {
  const { again } = await moveConversation(work, desk, place, {
    act: 'call-off',
    event: 'called-off',
    key,
    words: note.trim(),
    change: { called_off_because: because, ended_at: work.now.toString() },
  })
  if (again) return
  await endTasksFrom(work, { capability: 'conversations', id: place.id }, 'dropped')
}
