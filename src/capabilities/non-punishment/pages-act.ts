import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
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

/** The way to ask over the channel: it begins a delivery out of this dossier that asks for an assessment. */
export const askByDelivery = (language: Language, id: string): Html => {
  const { page } = t(language)
  return html`${form({
    action: link(language, '/delen/nieuw'),
    content: html`${keyField(newId())}<input type="hidden" name="soort" value="dossier"><input type="hidden" name="dossier" value="${id}"><input type="hidden" name="vraagt" value="ja">
${button({ text: page.askBegin })}`,
  })}
<p>${page.askAlso}</p>`
}

/** Where another way stands above the form, that one is the first. */
const lookOf = (act: ActName) =>
  act === 'end-in-circle' ? 'danger' : act === 'ask' ? 'secondary' : 'primary'

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
${button({ text: words.button, look: lookOf(act) })}`,
})}`
}
