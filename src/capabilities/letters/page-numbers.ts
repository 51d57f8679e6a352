import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { text } from '#design/text/text.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { bareNumbersIn } from './bare-numbers.ts'
import { answerFields } from './forms.ts'
import { longest, numberReasons } from './letter.ts'
import { t } from './words.ts'

type View = {
  /** everything in which numbers can stand */
  readonly of: string
  /** in a piece, or around the pieces: in the title and the annex of actions */
  readonly where: 'piece' | 'around'
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
}

/** A question for each number that somebody typed beside a word for people. */
export function numberQuestions(language: Language, { of, where, typed, wrong }: View): Html {
  const { numbers: words } = t(language)
  const found = bareNumbersIn(of)
  if (found.length === 0) return html``
  return html`${alert(language, { kind: 'info', title: words.title, content: where === 'piece' ? words.hint : `${words.hintAround} ${words.hint}` })}
${found.map(({ words: one, isSmall }, at) => {
  const fields = answerFields(at + 1)
  const reasons = isSmall ? words.becauseSmall : words.because
  return html`<input type="hidden" name="${fields.words}" value="${one}">
${radios(language, {
  name: fields.because,
  label: words.why(one),
  value: textOf(typed, fields.because),
  error: wrong[fields.because],
  choices: numberReasons.map((value) => ({ value, label: reasons[value] })),
})}
${text(language, { name: fields.where, label: words.where(one), hint: words.whereHint, value: textOf(typed, fields.where), error: wrong[fields.where], optional: true, maxlength: longest.where })}`
})}`
}
