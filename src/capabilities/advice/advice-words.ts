import { openJson, sealJson } from '#platform/crypto.ts'
import { openRecordKey, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { AdviceDesk } from './desk.ts'
import type { QuestionRow, StepRow } from './tables.ts'

/** What was asked: sealed, on both sides with a key of their own. */
export type QuestionWords = {
  /** what it is about, in a few words, for in a list */
  readonly topic: string
  readonly situation: string
  /** what somebody wants to know */
  readonly asks: string
}

export type StepWords = {
  /** what the other reads too */
  readonly text: string
  /** what stays here: what was done with the advice */
  readonly own?: string | undefined
  /** the question back that a reply answers */
  readonly to?: string | undefined
}

const contextOf = (organisationId: string, id: string): string => `advice:${organisationId}:${id}`

/** `wrappedKey` and `sealed` go into the row. */
export async function sealQuestion(
  work: Work,
  { keyring }: Pick<AdviceDesk, 'keyring'>,
  id: string,
  words: QuestionWords,
) {
  const key = await keyring.keyOf(work)
  return sealRecord(key, contextOf(work.actor.organisationId, id), words)
}

export type QuestionKey = {
  openQuestion(): QuestionWords
  sealStep(id: string, words: StepWords): Buffer
  openStep(row: Pick<StepRow, 'id' | 'content'>): StepWords
}

/** Opens what stands with this question, for whoever was let through to it. */
export async function openAdvice(
  work: Work,
  { keyring }: Pick<AdviceDesk, 'keyring'>,
  row: Pick<QuestionRow, 'id' | 'content_key' | 'content'>,
): Promise<QuestionKey> {
  const context = contextOf(work.actor.organisationId, row.id)
  const key = openRecordKey(await keyring.keyOf(work), context, row.content_key)
  const ofStep = (id: string) => `${context}:${id}`
  return {
    openQuestion: () => openJson<QuestionWords>(key, row.content, context),
    sealStep: (id, words) => sealJson(key, words, ofStep(id)),
    openStep: ({ id, content }) => openJson<StepWords>(key, content, ofStep(id)),
  }
}
