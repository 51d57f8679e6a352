import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { identityFields, questionField } from './pages-fields.ts'
import { casesPath } from './paths.ts'
import { t } from './words.ts'

export type OpenView = {
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  /** of the signal with which the case begins */
  readonly reference: string | undefined
  readonly hidden: readonly Html[]
}

export function openPage(language: Language, { typed, wrong, reference, hidden }: OpenView): Html {
  const words = t(language).open
  const view = { typed, wrong, people: new Map<string, string>() }
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p>${words.lead}</p>
${reference ? html`<p><strong>${words.withSignal(reference)}</strong></p>` : ''}
${alert(language, { kind: 'info', title: words.same, content: words.sameText })}
${form({
  action: link(language, `${casesPath}/nieuw`),
  content: html`${hidden}<input type="hidden" name="signal" value="${textOf(typed, 'signal')}">
${identityFields(language, view)}
${questionField(language, view)}
${button({ text: words.button })}`,
})}`
}
