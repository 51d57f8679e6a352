import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import type { ArrestDesk } from './desk.ts'
import { momentField } from './page-parts.ts'
import { paths } from './paths.ts'
import { sentencesOf, t } from './words.ts'

type View = {
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** of the file that is corrected; nothing for a new one */
  readonly changes?:
    | { readonly id: string; readonly version: string; readonly ready: boolean }
    | undefined
}

/** Recording an arrest, on a phone: what must be known first, the rest opens. */
export function registerPage(
  language: Language,
  { lists }: Pick<ArrestDesk, 'lists'>,
  { typed, errors, key, changes }: View,
): Html {
  const words = t(language).register
  const wrong = sentencesOf(language, errors)
  const { offenceChoices } = words
  const line = (name: string, label: string, hint?: string) =>
    text(language, {
      name,
      label,
      hint,
      value: textOf(typed, name),
      error: wrong[name],
      optional: true,
    })
  const day = (name: string, label: string, hint?: string) =>
    date(language, {
      name,
      label,
      hint,
      value: datePartsOf(typed, name),
      error: wrong[name],
      optional: true,
    })
  const about = html`${line('name', words.name)}
${day('born', words.born)}
${text(language, { name: 'age', label: words.age, hint: words.ageHint, value: textOf(typed, 'age'), error: wrong.age, width: 'short', inputmode: 'numeric', optional: true })}
${checkboxes(language, {
  name: 'offences',
  label: words.offences,
  values: listOf(typed, 'offences'),
  optional: true,
  choices: lists.offences.map(({ id, name }) => ({ value: id, label: name[language] })),
})}
${day('factOn', words.factOn, words.factOnHint)}
${textarea(language, { name: 'offenceWords', label: words.offenceWords, value: textOf(typed, 'offenceWords'), error: wrong.offenceWords, optional: true, rows: 3 })}
${line('place', words.place)}
${line('language', words.language)}`
  const fact = html`${textarea(language, { name: 'text', label: words.fact, hint: words.factHint, value: textOf(typed, 'text'), error: wrong.text, optional: true, rows: 4 })}
${line('source', words.source)}`
  const title = changes ? words.changeTitle : words.title
  const filled = changes !== undefined || Object.keys(errors).length > 0
  return html`${summaryOf(language, wrong)}
<h1>${title}</h1>
${changes ? '' : html`<p class="lead">${words.lead}</p>`}
${form({
  action: link(language, changes ? paths.change(changes.id) : paths.new),
  content: html`${keyField(key)}
${changes ? html`<input type="hidden" name="version" value="${changes.version}">` : ''}
${momentField(language, { name: 'at', label: words.at, typed, wrong })}
${radios(language, {
  name: 'offence',
  label: words.offence,
  hint: words.offenceHint,
  value: textOf(typed, 'offence'),
  error: wrong.offence,
  inline: true,
  choices: (['pre-trial-detention', 'no-pre-trial-detention', 'unknown'] as const).map((value) => ({
    value,
    label: offenceChoices[value],
  })),
})}
${filled ? html`${about}${changes ? '' : fact}` : details({ summary: words.more, content: html`${about}${fact}` })}
${changes?.ready ? textarea(language, { name: 'reasons', label: words.reasons, hint: words.reasonsHint, value: textOf(typed, 'reasons'), error: wrong.reasons, rows: 3 }) : ''}
<p class="quiet">${words.whoSees}</p>
${button({ text: changes ? words.saveChange : words.save })}`,
})}`
}
