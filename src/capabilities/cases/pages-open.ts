import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { listOf, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { identityFields, questionField } from './pages-fields.ts'
import { caseLink, casesPath } from './paths.ts'
import { t } from './words.ts'

export type OpenView = {
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly atSchool: boolean
  /** of the signal with which the case begins */
  readonly reference: string | undefined
  /** open cases in this person's own circle that may be about the same young person */
  readonly same: readonly { readonly id: string; readonly code: string }[]
  readonly hidden: readonly Html[]
}

type OpeningView = Pick<OpenView, 'typed' | 'wrong' | 'atSchool' | 'same'>

/** Whom the case is about and what it must answer, wherever it begins. */
export function openingFields(
  language: Language,
  { typed, wrong, atSchool, same }: OpeningView,
): Html {
  const view = { typed, wrong, atSchool, people: new Map<string, string>() }
  return html`${identityFields(language, view)}
${questionField(language, view)}
${same.length > 0 ? ownSame(language, { typed, wrong, same }) : ''}`
}

export function openPage(language: Language, view: OpenView): Html {
  const { typed, wrong, reference, hidden } = view
  const words = t(language).open
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p>${words.lead}</p>
${reference ? html`<p><strong>${words.withSignal(reference)}</strong></p>` : ''}
${alert(language, { kind: 'info', title: words.same, content: words.sameText })}
${form({
  action: link(language, `${casesPath}/nieuw`),
  content: html`${hidden}<input type="hidden" name="signal" value="${textOf(typed, 'signal')}">
${openingFields(language, view)}
${button({ text: words.button })}`,
})}`
}

/** Only what this person sees already: a file of others stays unknown here. */
const ownSame = (
  language: Language,
  { typed, wrong, same }: Pick<OpenView, 'typed' | 'wrong' | 'same'>,
): Html => {
  const words = t(language).open
  return html`${alert(language, {
    kind: 'info',
    title: words.own,
    content: html`<p>${words.ownText}</p>
<ul>${same.map(({ id, code }) => html`<li><a href="${caseLink(language, id)}">${t(language).code(code)}</a></li>`)}</ul>`,
  })}
${checkboxes(language, {
  name: 'knowing',
  label: words.knowing,
  error: wrong.knowing,
  values: listOf(typed, 'knowing'),
  choices: [{ value: 'yes', label: words.knowingYes }],
})}`
}
