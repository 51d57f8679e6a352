import { type Content, type Html, html, idFrom } from '#design/html.ts'
import { words } from '#design/words.ts'
import { isSecretField } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'

export type FieldError = {
  /** the name of the field; left out when the error is not about one field */
  readonly field?: string
  readonly text: Content
}

/** Fields that no page gives back, by their names: a chosen file, and what is secret. */
const gone = { file: (name: string) => name === 'file', secret: isSecretField } as const

/** What has to be chosen or typed once more; the rest stands there still. */
const goneFrom = (errors: readonly FieldError[]): keyof typeof gone | 'nothing' =>
  (['file', 'secret'] as const).find((each) =>
    errors.some(({ field }) => field !== undefined && gone[each](field)),
  ) ?? 'nothing'

/** Stands first in the content of a page that was sent back. Nothing when nothing is wrong. */
export function errorSummary(language: Language, errors: readonly FieldError[]): Html {
  if (errors.length === 0) return html``
  const t = words(language)
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
<h2 class="error-summary__title">${t.errorsTitle}</h2>
<p>${t.errorsHints[goneFrom(errors)]}</p>
<ul>${errors.map(({ field, text }) => html`<li>${field ? html`<a href="#${idFrom(field)}">${text}</a>` : text}</li>`)}</ul>
</div>`
}

/** The same from a sentence per field. */
export const summaryOf = (language: Language, sentences: Readonly<Record<string, string>>): Html =>
  errorSummary(
    language,
    Object.entries(sentences).map(([field, text]) => ({ field, text })),
  )
