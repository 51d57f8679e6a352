import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import type { Bilingual } from '#platform/language.ts'
import { datePartsFrom, datePartsOf, typedDate } from '#platform/typed-date.ts'

/** Whether advice was asked before the conversation (Veilig Thuis, police). */
export const adviceAnswers = ['taken', 'first', 'not-needed'] as const
export type AdviceAnswer = (typeof adviceAnswers)[number]

/** Whether the police may still interview the young person. Not knowing asks for the same care as yes. */
export const policeAnswers = ['yes', 'unknown', 'no'] as const
export type PoliceAnswer = (typeof policeAnswers)[number]

/** A question of the guide, kept with its words: a later edition changes nothing that was chosen. */
export type ChosenQuestion = {
  readonly id: string
  readonly text: Bilingual
  readonly withPolice: 'ask' | 'leave'
}

/** The sealed words of a preparation. */
export type Preparation = {
  readonly goal: string
  readonly holderId: string
  /** ISO date, or nothing yet */
  readonly plannedOn: string | undefined
  readonly moment: string
  readonly place: string
  /** who else talks or sits there */
  readonly company: string
  /** who else must know that this conversation is held */
  readonly othersKnow: string
  readonly advice: AdviceAnswer
  readonly adviceWords: string
  readonly police: PoliceAnswer
  readonly notToAsk: string
  /** another language, reading with difficulty, somebody who interprets */
  readonly understanding: string
  readonly questions: readonly ChosenQuestion[]
  readonly ownQuestions: readonly string[]
  /** of the conversation guide */
  readonly edition: string
}

/** The most signs a field may hold. */
export const longest = { line: 200, text: 4000, words: 10_000, ownQuestions: 20 } as const

/** With the police to come some questions stay unasked, whoever chose them. */
export const staysUnasked = (
  { police }: Pick<Preparation, 'police'>,
  { withPolice }: Pick<ChosenQuestion, 'withPolice'>,
): boolean => police !== 'no' && withPolice === 'leave'

type Read =
  | { readonly ok: true; readonly value: Preparation }
  | { readonly ok: false; readonly errors: FormErrors }

/** What a preparation is read against: `today` is an ISO date, `before` what stood there already. */
type Against = { readonly today: string; readonly before?: Preparation }

/**
 * Reads the form of a preparation. Errors are codes, in the order of the page. Nothing is planned for a day
 * that is gone, but a day that stood there may have passed; what was held unprepared has no planned day.
 */
export function preparationFrom(
  typed: Typed,
  { conversationGuide, findQuestion }: Knowledge,
  { today, before }: Against,
): Read {
  const text = (name: string) => textOf(typed, name).trim()
  const planned = typedDate(datePartsOf(typed, 'planned'))
  const advice = adviceAnswers.find((one) => one === text('advice'))
  const police = policeAnswers.find((one) => one === text('police'))
  const ownQuestions = text('ownQuestions')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const errors: Record<string, string> = {}
  const wrong = (name: string, code: string | false | undefined) => {
    if (code) errors[name] ??= code
  }
  const tooLong = (name: string, most: number) =>
    wrong(name, text(name).length > most && 'too-long')
  wrong('police', !police && 'choose-police')
  wrong('advice', !advice && 'choose-advice')
  wrong('adviceWords', advice && advice !== 'first' && text('adviceWords') === '' && 'advice-words')
  tooLong('adviceWords', longest.text)
  tooLong('notToAsk', longest.text)
  wrong('goal', text('goal') === '' && 'goal-missing')
  tooLong('goal', longest.text)
  wrong('holder', !isId(text('holder')) && 'choose-holder')
  tooLong('company', longest.line)
  const plannedOn = planned.ok ? planned.date : undefined
  wrong('planned', !planned.ok && planned.because)
  wrong(
    'planned',
    plannedOn && plannedOn < today && plannedOn !== before?.plannedOn && 'planned-gone',
  )
  for (const name of ['moment', 'place']) tooLong(name, longest.line)
  tooLong('othersKnow', longest.text)
  tooLong('understanding', longest.line)
  wrong('ownQuestions', ownQuestions.length > longest.ownQuestions && 'too-many-questions')
  tooLong('ownQuestions', longest.text)
  if (Object.keys(errors).length > 0 || !advice || !police) {
    return { ok: false, errors }
  }
  const questions = chosen(typed).flatMap((id) => {
    const kept = before?.questions.find((one) => one.id === id)
    const found = findQuestion(id)
    if (kept) return [kept]
    return found ? [{ id, text: found.text, withPolice: found.withPolice }] : []
  })
  return {
    ok: true,
    value: {
      goal: text('goal'),
      holderId: text('holder'),
      plannedOn,
      moment: text('moment'),
      place: text('place'),
      company: text('company'),
      othersKnow: text('othersKnow'),
      advice,
      adviceWords: text('adviceWords'),
      police,
      notToAsk: text('notToAsk'),
      understanding: text('understanding'),
      questions,
      ownQuestions,
      edition: conversationGuide.edition.id,
    },
  }
}

/** Ticked questions stand under one name per theme. */
const chosen = (typed: Typed): string[] => [
  ...new Set(
    Object.keys(typed)
      .filter((name) => name.startsWith('question-'))
      .flatMap((name) => listOf(typed, name)),
  ),
]

/** The form with this preparation filled in. */
export function typedPreparation(one: Preparation, { findQuestion }: Knowledge): Typed {
  const byTheme = Map.groupBy(one.questions, ({ id }) => findQuestion(id)?.theme ?? 'before')
  return {
    goal: one.goal,
    holder: one.holderId,
    ...datePartsFrom('planned', one.plannedOn),
    moment: one.moment,
    place: one.place,
    company: one.company,
    othersKnow: one.othersKnow,
    advice: one.advice,
    adviceWords: one.adviceWords,
    police: one.police,
    notToAsk: one.notToAsk,
    understanding: one.understanding,
    ownQuestions: one.ownQuestions.join('\n'),
    ...Object.fromEntries(
      [...byTheme].map(([theme, list]) => [`question-${theme}`, list.map(({ id }) => id)]),
    ),
  }
}
