import { blindIndex } from '#platform/crypto.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { chosenIn } from './answers.ts'
import { listCodings, upsertCoding } from './coding-store.ts'
import { questionnaireOf } from './get-wave.ts'
import { type Question, questionsOf } from './questionnaire.ts'
import { openedAnswers } from './read-results.ts'
import { type Wave, waveFrom } from './read-waves.ts'
import type { SurveyDesk } from './survey-desk.ts'
import type { CodeFrame } from './survey-edition.ts'
import { findWave } from './wave-store.ts'
import type { WaveRow } from './wave-tables.ts'

/** What schools wrote at one question, and how far it is sorted. */
export type Sorting = {
  readonly wave: Wave
  readonly question: Question
  readonly frame: CodeFrame
  /** answers in words, and those of them that were sorted */
  readonly written: number
  readonly sorted: number
  /** the next one to sort, by a number of this question only; none when all are */
  readonly next: { readonly answer: string; readonly words: string } | undefined
}

/** The number of a text: another one at each question, or two texts of one school could be laid side by side. */
export const wordsNumber = ({ surveyKey }: SurveyDesk, question: string, answer: string): string =>
  blindIndex(surveyKey, 'survey-words', `${question}:${answer}`).toString('base64url')

/**
 * The next text to sort at a question. Words are shown here and nowhere else, one at a time, without any other answer
 * of the same school: together they could tell which school it is.
 */
export async function readNextWords(
  work: Work,
  desk: SurveyDesk,
  id: string,
  question: string,
): Promise<Sorting> {
  researcher(work)
  const { row, asked, frame } = await sortable(work, desk, id, question)
  work.audit({ act: 'survey.read-words', subject: id, details: { question } })
  const sorted = new Set(
    (await listCodings(work, id))
      .filter((coding) => coding.question === question)
      .map(({ answer_id }) => answer_id),
  )
  const written = (await openedAnswers(work, desk, id))
    .flatMap((each) =>
      chosenIn(each.answers, question).map((words) => ({
        ...{ answer: wordsNumber(desk, question, each.id), words },
        isSorted: sorted.has(each.id),
      })),
    )
    .sort((a, b) => (a.answer < b.answer ? -1 : 1))
  const next = written.find(({ isSorted }) => !isSorted)
  return {
    wave: waveFrom(row),
    question: asked,
    frame,
    written: written.length,
    sorted: sorted.size,
    next: next && { answer: next.answer, words: next.words },
  }
}

/** A person chose these codes for what somebody wrote. */
export async function sortWords(
  work: Work,
  desk: SurveyDesk,
  id: string,
  chosen: { readonly question: string; readonly answer: string; readonly codes: readonly string[] },
): Promise<void> {
  const actor = researcher(work)
  const { question, answer, codes } = chosen
  const { row, frame } = await sortable(work, desk, id, question)
  if (row.published_on !== null) return refuse('conflict', 'published-already')
  const known = frame.codes.filter((code) => codes.includes(code.id)).map((code) => code.id)
  if (known.length === 0 || known.length !== new Set(codes).size) refuse('invalid', 'no-such-code')
  const given = (await openedAnswers(work, desk, id)).find(
    (each) => wordsNumber(desk, question, each.id) === answer,
  )
  if (!given || chosenIn(given.answers, question).length === 0) {
    return refuse('not-found', 'no-such-answer')
  }
  await upsertCoding(work, id, {
    ...{ answer_id: given.id, question, codes: known },
    ...{ coded_by: actor.personId, coded_on: dutchDay(work.now) },
  })
  work.audit({ act: 'survey.sort-words', subject: id, details: { question } })
}

async function sortable(
  work: Work,
  { surveys }: SurveyDesk,
  id: string,
  question: string,
): Promise<{ readonly row: WaveRow; readonly asked: Question; readonly frame: CodeFrame }> {
  const row = (await findWave(work, id)) ?? refuse('not-found', 'no-such-wave')
  if (row.state !== 'counted') return refuse('conflict', `wave-is-${row.state}`)
  const questionnaire = questionnaireOf(surveys, row)
  const asked = questionsOf(questionnaire).find((each) => each.id === question)
  const frame = surveys.findCodes(questionnaire, question)
  return asked && frame ? { row, asked, frame } : refuse('not-found', 'no-such-page')
}
