import { alert } from '#design/alert/alert.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { type Html, html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'
import { seenSeparator } from './forms.ts'
import { type Identifying, idOf } from './identifying.ts'
import { t } from './words.ts'

/** What may tell who it is; shown above the form that comes back with everything in it. */
export function lookAlert(language: Language, found: readonly Identifying[]): Html {
  const words = t(language).look
  if (found.length === 0) return html``
  return alert(language, {
    kind: 'info',
    title: words.title,
    content: html`<p>${words.text}</p>
<ul>${found.map((one) => html`<li><strong>${one.found}</strong>: ${words.kinds[one.kind]}</li>\n`)}</ul>
<p>${words.more}</p>`,
  })
}

/** Whoever looked says so; it holds for what was shown, not for what is typed afterwards. */
export const lookField = (
  language: Language,
  found: readonly Identifying[],
  error: string | undefined,
): Html =>
  found.length === 0
    ? html``
    : html`<input type="hidden" name="seen" value="${found.map(idOf).join(seenSeparator)}">
${checkboxes(language, { name: 'looked', label: t(language).look.looked, error, choices: [{ value: 'yes', label: t(language).look.leave }] })}`
