import { type Question, type Questionnaire, questionsOf } from './questionnaire.ts'

/** By question: the code of an option, several codes, or words. What was left open is not in it. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

export type WrongAnswer = {
  readonly question: string
  readonly because:
    | 'no-such-question'
    | 'no-such-option'
    | 'not-one-answer'
    | 'not-a-list'
    | 'twice'
    | 'goes-with-no-other'
    | 'not-words'
    | 'too-long'
}

export type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly wrong: readonly WrongAnswer[] }

/** The questions that somebody with these answers is asked, in order. */
export function askedOf(questionnaire: Questionnaire, answers: Answers): Question[] {
  const asked: Question[] = []
  for (const question of questionsOf(questionnaire)) {
    const reached = (question.askedWhen ?? []).every(
      ({ question: earlier, is }) =>
        asked.some(({ id }) => id === earlier) &&
        chosenIn(answers, earlier).some((code) => is.includes(code)),
    )
    if (reached) asked.push(question)
  }
  return asked
}

/** The codes that were chosen; of words there are none. */
export function chosenIn(answers: Answers, question: string): readonly string[] {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined
  return answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
}

/**
 * What came in as answers to this questionnaire. Nothing is obligatory: a question may be left open. What stands at
 * a question that these answers lead past is dropped, for somebody may go back and answer otherwise.
 */
export function readAnswers(
  questionnaire: Questionnaire,
  given: Readonly<Record<string, unknown>>,
): ReadAnswers {
  const wrong: WrongAnswer[] = []
  const read: Record<string, string | readonly string[]> = {}
  const questions = new Map(questionsOf(questionnaire).map((each) => [each.id, each]))
  for (const [id, value] of Object.entries(given)) {
    const question = questions.get(id)
    if (!question) {
      wrong.push({ question: id, because: 'no-such-question' })
      continue
    }
    const answer = readOne(question, value)
    if (typeof answer === 'object' && 'because' in answer) {
      wrong.push({ question: id, because: answer.because })
    } else if (answer !== undefined) read[id] = answer
  }
  if (wrong.length > 0) return { ok: false, wrong }
  const kept = askedOf(questionnaire, read).flatMap(({ id }) => {
    const answer = read[id]
    return answer === undefined ? [] : [[id, answer] as const]
  })
  return { ok: true, answers: Object.fromEntries(kept) }
}

/** Signs that no text needs, and that would take much room. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g

type One = string | readonly string[] | undefined | { readonly because: WrongAnswer['because'] }

function readOne(question: Question, value: unknown): One {
  if (value === undefined || value === null || value === '') return undefined
  if (question.kind === 'text') {
    if (typeof value !== 'string') return { because: 'not-words' }
    const words = value.replaceAll(control, '').trim()
    if (words.length > question.longest) return { because: 'too-long' }
    return words === '' ? undefined : words
  }
  const known = (code: unknown) => question.options.find(({ id }) => id === code)
  if (question.kind === 'one') {
    if (typeof value !== 'string') return { because: 'not-one-answer' }
    return known(value) ? value : { because: 'no-such-option' }
  }
  if (!Array.isArray(value)) return { because: 'not-a-list' }
  const chosen = value.map(known)
  if (!chosen.every((each) => each !== undefined)) return { because: 'no-such-option' }
  if (new Set(value).size < value.length) return { because: 'twice' }
  if (chosen.length > 1 && chosen.some(({ alone }) => alone)) {
    return { because: 'goes-with-no-other' }
  }
  // In the order of the questionnaire, so that the same answers are the same.
  return chosen.length === 0
    ? undefined
    : question.options.filter((each) => chosen.includes(each)).map(({ id }) => id)
}
