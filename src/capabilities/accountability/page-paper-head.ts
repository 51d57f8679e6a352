import { paperKinds } from '#capabilities/papers/index.ts'
import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { registerPaths } from './register-paths.ts'
import { sentencesOf, t } from './words-register.ts'

type View = { readonly id: string; readonly typed: Typed; readonly errors: FormErrors }

/** Which paper it is: filled in as it was read, for a person to say. */
export function headContent(language: Language, { id, typed, errors }: View): Html {
  const { paper: words, paperKinds: kinds } = t(language)
  const wrong = sentencesOf(language, errors)
  const value = (name: string) => textOf(typed, name)
  return html`${summaryOf(language, wrong)}
<h1>${words.which}</h1>
<p class="lead">${words.whichLead}</p>
${form({
  action: link(language, registerPaths.head(id)),
  content: html`${text(language, { name: 'reference', label: words.reference, hint: words.referenceHint, value: value('reference'), error: wrong.reference, optional: true, maxlength: 60 })}
${select(language, {
  name: 'kind',
  label: words.kind,
  value: value('kind'),
  error: wrong.kind,
  choices: paperKinds.map((one) => ({ value: one, label: kinds[one] })),
})}
${text(language, { name: 'title', label: words.name, value: value('title'), error: wrong.title, maxlength: 300 })}
${date(language, { name: 'dated', label: words.dated, value: datePartsOf(typed, 'dated'), error: wrong.dated })}
${button({ text: words.save })}`,
})}`
}
