import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { longest } from './action.ts'
import { actionPaths } from './action-paths.ts'
import { type AnsweredItem, answeredBy } from './answered-items.ts'
import { sentencesOf, t } from './words.ts'

type View = {
  /** what it can answer to, in the order in which it is offered */
  readonly items: readonly AnsweredItem[]
  readonly typed: Typed
  readonly errors: FormErrors
  /** of a new action */
  readonly key?: string
  /** the action that is changed, and its version */
  readonly changes?: { readonly id: string; readonly version: number }
}

export function actionFormContent(language: Language, view: View): Html {
  const { items, typed, errors, key, changes } = view
  const { action: words, actions } = t(language)
  const wrong = sentencesOf(language, errors)
  const value = (name: string) => textOf(typed, name)
  return html`${summaryOf(language, wrong)}
<h1>${changes ? words.changeTitle : words.addTitle}</h1>
<p class="lead">${words.formLead}</p>
${form({
  action: link(language, changes ? actionPaths.change(changes.id) : actionPaths.add),
  content: html`${key ? keyField(key) : ''}${changes ? html`<input type="hidden" name="version" value="${changes.version}">` : ''}
${text(language, { name: 'line', label: actions.line, hint: words.lineHint, value: value('line'), error: wrong.line, maxlength: longest.line })}
${text(language, { name: 'title', label: words.titleLabel, value: value('title'), error: wrong.title, maxlength: longest.title })}
${text(language, { name: 'owner', label: actions.owner, hint: words.ownerHint, value: value('owner'), error: wrong.owner, maxlength: longest.owner })}
${textarea(language, { name: 'partners', label: words.partners, hint: words.partnersHint, value: value('partners'), error: wrong.partners, optional: true, rows: 4 })}
${date(language, { name: 'startsOn', label: words.starts, value: datePartsOf(typed, 'startsOn'), error: wrong.startsOn, optional: true })}
${date(language, { name: 'dueOn', label: actions.due, value: datePartsOf(typed, 'dueOn'), error: wrong.dueOn, optional: true })}
${checkboxes(language, {
  name: 'items',
  label: words.answersTo,
  values: listOf(typed, 'items').map((id) => answeredBy(items, id)?.id ?? id),
  error: wrong.items,
  optional: true,
  choices: items.map(({ id, title, kind }) => ({ value: id, label: `${title} (${kind})` })),
})}
${button({ text: changes ? words.saveChange : words.saveNew })}`,
})}`
}
