import type { SharingQuestion } from '#capabilities/law/index.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { longestWords } from './forms.ts'
import { t } from './words.ts'

/** The field of a condition of a road. */
export const answerField = (question: string): string => `q-${question}`

/** Names of the fields of a form in which a condition is answered. */
export const answerFieldsIn = (typed: Typed): readonly string[] =>
  Object.keys(typed).filter((name) => /^q-/.test(name))

/** What was answered to these, by question. */
export const answersTo = (
  questions: readonly SharingQuestion[],
  typed: Typed,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    questions.map(({ id }) => [id, textOf(typed, answerField(id)).slice(0, longestWords)]),
  )

/** What a road asks, as fields. Nothing is answered before somebody answers it. */
export const conditionFields = (
  language: Language,
  questions: readonly SharingQuestion[],
  typed: Typed,
  wrong: Readonly<Record<string, string>>,
): Html =>
  html`${questions.map((question) => html`${questionField(language, question, typed, wrong)}\n`)}`

function questionField(
  language: Language,
  question: SharingQuestion,
  typed: Typed,
  wrong: Readonly<Record<string, string>>,
): Html {
  const { yes, no } = t(language).basis
  const name = answerField(question.id)
  const asked = {
    name,
    label: question.ask[language],
    error: wrong[name],
    value: textOf(typed, name),
  }
  if (question.answer === 'words') {
    return textarea(language, { ...asked, rows: 3, maxlength: longestWords })
  }
  const choices =
    question.answer === 'yes-no'
      ? [
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]
      : question.choices.map((choice) => ({ value: choice.id, label: choice.text[language] }))
  return radios(language, { ...asked, choices })
}
