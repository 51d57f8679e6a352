import { open } from '#platform/crypto.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import type { Answers } from './answers.ts'
import { unfilled } from './equal-length.ts'
import { listAnswers } from './intake-store.ts'
import { answerContext } from './open-urn.ts'
import type { SurveyDesk } from './survey-desk.ts'

/** An opened answer: its number is chance, and its cell holds at least as many as may be told. */
export type Opened = { readonly id: string; readonly cell: string; readonly answers: Answers }

/** Every opened answer of a wave, in the order of its number. */
export async function readResponsesOf(
  work: Work,
  desk: SurveyDesk,
  id: string,
): Promise<readonly Opened[]> {
  researcher(work)
  work.audit({ act: 'survey.read-answers', subject: id })
  return opened(work, desk, id)
}

export async function opened(
  work: Work,
  { keyring }: SurveyDesk,
  id: string,
): Promise<readonly Opened[]> {
  const key = await keyring.keyOf(work)
  return (await listAnswers(work, id)).map((row) => ({
    id: row.id,
    cell: row.cell,
    answers: unfilled(open(key, row.sealed, answerContext(id, row.id))) as Answers,
  }))
}
