import { findCase, writeEntry } from '#capabilities/cases/index.ts'
import { findParty, sendMessage } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId, newReference } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { advisingKinds, mayAsk } from './access.ts'
import { type AskBody, messageKinds } from './advice-body.ts'
import { type QuestionWords, sealQuestion } from './advice-words.ts'
import type { AdviceDesk } from './desk.ts'
import { type Looked, type LookFirst, lookFirst } from './look-first.ts'
import { findAskedBefore, insertQuestion } from './store.ts'
import { t } from './words.ts'

export type NewQuestion = Looked & {
  /** the organisation that is asked */
  readonly to: string
  /** the own case that it is about, which the other never learns */
  readonly caseId?: string | undefined
  readonly words: QuestionWords
  readonly language: Language
  readonly key?: string | undefined
}

/**
 * Asks another organisation for advice, without the young person; answers the id of the question, or what to
 * look at first. With a case it stands in that case that advice was asked.
 */
export async function askAdvice(
  work: Work,
  desk: AdviceDesk,
  { to, caseId, words, seen, language, key }: NewQuestion,
): Promise<{ readonly id: string } | LookFirst> {
  const { actor } = work
  if (!mayAsk(actor)) return refuse('not-allowed', 'may-not-ask')
  const before = key && (await findAskedBefore(work, actor.personId, key))
  if (before) {
    work.audit({ act: 'advice.ask-again', subject: before })
    return { id: before }
  }
  const head = caseId ? await findCase(work, caseId, true) : undefined
  if (head?.state === 'closed') return refuse('conflict', 'case-is-closed')
  const other = await findParty(work, to)
  if (!other || !advisingKinds.includes(other.kind) || to === actor.organisationId) {
    return refuse('invalid', 'choose-organisation')
  }
  const texts = [words.topic, words.situation, words.asks]
  const look = await lookFirst(work, desk, { caseId, texts, seen })
  if (look) {
    work.audit({ act: 'advice.look', details: { found: look.look.length } })
    return look
  }
  const id = newId()
  const code = newReference('V')
  const { wrappedKey, sealed } = await sealQuestion(work, desk, id, words)
  const made = await insertQuestion(work, {
    id,
    side: 'asked',
    other_id: to,
    code,
    case_id: caseId ?? null,
    asked_by: actor.personId,
    key: key ?? null,
    content_key: wrappedKey,
    content: sealed,
  })
  if (!made && key) {
    // The same form at the same moment: the other one was first.
    const first = await findAskedBefore(work, actor.personId, key)
    if (!first) return refuse('conflict', 'asked-and-gone')
    work.audit({ act: 'advice.ask-again', subject: first })
    return { id: first }
  }
  if (caseId) {
    await writeEntry(work, desk.cases, caseId, {
      kind: 'contact',
      withWhom: other.name,
      how: 'message',
      text: t(language).entries.asked(code, words.topic),
      happenedOn: dutchDay(work.now),
      from: { capability: 'advice', id },
    })
  }
  work.audit({ act: 'advice.ask', subject: id, details: { to, 'left-in': seen.length } })
  const body: AskBody = { question: id, code, ...words }
  await sendMessage(work, desk, { to, kind: messageKinds.ask, about: id, body })
  return { id }
}
