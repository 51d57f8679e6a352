import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { type ActName, acts } from './acts.ts'
import { type FieldsView, type FieldWords, fieldOf } from './page-fields.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type ActView = FieldsView & {
  readonly act: ActName
  readonly id: string
  readonly key: string
  /** what to know before answering */
  readonly beside?: Html
}

/** One act, one page: what it means, what is needed for it, one button. */
export function actPage(language: Language, view: ActView): Html {
  const { act, id, key, wrong, beside } = view
  const words = t(language).acts[act]
  const asked = words.fields as Readonly<Record<string, FieldWords>>
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.text}</p>
${beside ?? ''}
${form({
  action: link(language, `${paths.dossier(id)}/${acts[act].path}`),
  content: html`${keyField(key)}
${acts[act].fields.map((field) => fieldOf(language, field, asked[field.name] ?? { label: field.name }, view))}
${button({ text: words.button, look: act === 'end-in-circle' ? 'danger' : 'primary' })}`,
})}`
}
