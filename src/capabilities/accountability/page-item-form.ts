import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { itemFields } from './page-item-fields.ts'
import type { Parliament } from './parliament.ts'
import { registerPaths } from './register-paths.ts'
import { sentencesOf, t } from './words-register.ts'

type View = {
  readonly parliament: Parliament
  readonly typed: Typed
  readonly errors: FormErrors
  /** of a new item */
  readonly key?: string
  /** the item that is changed, and its version */
  readonly changes?: { readonly id: string; readonly version: number }
}

export function itemFormContent(language: Language, view: View): Html {
  const { parliament, typed, errors, key, changes } = view
  const words = t(language).item
  const wrong = sentencesOf(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${changes ? words.changeTitle : words.addTitle}</h1>
${form({
  action: link(language, changes ? registerPaths.changeItem(changes.id) : registerPaths.addItem),
  content: html`${key ? keyField(key) : ''}${changes ? html`<input type="hidden" name="version" value="${changes.version}">` : ''}
${itemFields(language, { parliament, typed, wrong })}
${button({ text: changes ? words.saveChange : words.saveNew })}`,
})}`
}
