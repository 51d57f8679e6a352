import { addTask, endTasksFrom } from '#capabilities/cases/index.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Account } from './account.ts'
import { mayHold } from './circle.ts'
import { stands } from './conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { type Found, moveConversation } from './find-conversation.ts'
import { isEmpty, type NewWords } from './new-words.ts'
import { addPassage, readPassages } from './passages.ts'
import { t } from './words.ts'
import { addVersion } from './writings.ts'

type Sent = { readonly key?: string | undefined; readonly language: Language }
type Held = Sent & { readonly account: Account; readonly summary: string }

/** The conversation took place: how it went, what was said and what was agreed. */
export async function holdConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { account, summary, words, ...sent }: Held & { readonly words: NewWords },
): Promise<void> {
  const found = await moveConversation(work, desk, place, {
    act: 'hold',
    event: 'held',
    key: sent.key,
    change: { held_on: account.heldOn },
  })
  if (found.again) return
  await endTasksFrom(work, { capability: 'conversations', id: place.id }, 'done')
  await addVersion(work, found, 'account', { after: 0, content: account })
  await addWords(work, desk, found, words, sent.language)
  await addPassage(work, found, { kind: 'summary', text: summary })
}

/**
 * How it went, written anew. `after` is the version that its writer read. A summary in other words leaves
 * the one before, and the young person has not read it yet.
 */
export async function editAccount(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { account, summary, key, after }: Held & { readonly after: number },
): Promise<void> {
  const found = await moveConversation(work, desk, place, {
    act: 'edit-account',
    event: 'account-edited',
    key,
    change: { held_on: account.heldOn },
  })
  if (found.again) return
  await addVersion(work, found, 'account', { after, content: account })
  const passages = await readPassages(work, found)
  const current = passages.find((one) => one.kind === 'summary' && stands(one, passages))
  if (current?.text === summary) return
  await moveConversation(work, desk, place, { act: 'rewrite', event: 'added' })
  await addPassage(work, found, { kind: 'summary', text: summary, aboutId: current?.id })
}

/** More of what was said or agreed, or a remark beside it. What is there already stays as it is. */
export async function addToConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { words, key, language }: Sent & { readonly words: NewWords },
): Promise<void> {
  if (isEmpty(words)) return refuse('invalid', 'words-missing')
  const onlyRemark = isEmpty({ ...words, remark: undefined })
  const found = await moveConversation(work, desk, place, {
    // The young person does not read a remark, so it makes nothing unread.
    act: onlyRemark ? 'edit-account' : 'add',
    event: 'added',
    key,
  })
  if (!found.again) await addWords(work, desk, found, words, language)
}

async function addWords(
  work: Work,
  desk: ConversationDesk,
  found: Found,
  { quotes, interpretation, agreements, remark }: NewWords,
  language: Language,
): Promise<void> {
  const { case_id: caseId } = found.row
  for (const text of quotes) await addPassage(work, found, { kind: 'quote', text })
  if (interpretation) {
    const { text, innocent } = interpretation
    await addPassage(work, found, { kind: 'interpretation', text, innocent: [innocent] })
  }
  for (const { kind, text, dueOn, ownerId = found.actor.personId } of agreements) {
    const passage = await addPassage(work, found, { kind, text, dueOn })
    if (dueOn === undefined) continue
    if (!(await mayHold(work, desk, caseId, ownerId))) {
      return refuse('invalid', `choose-${kind}-owner`)
    }
    await addTask(work, desk.cases, caseId, {
      title: t(language).tasks[kind](text),
      ownerId,
      dueOn,
      clock: 'agreement',
      from: { capability: 'conversations', id: passage },
    })
  }
  if (!remark) return
  const passages = await readPassages(work, found)
  if (!passages.some((one) => one.id === remark.aboutId)) {
    return refuse('invalid', 'choose-passage')
  }
  await addPassage(work, found, { kind: 'remark', ...remark })
}
