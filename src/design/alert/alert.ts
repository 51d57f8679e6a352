import { type Content, type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type Alert = {
  /** danger-now is for what cannot wait, never for what is thought of a child */
  readonly kind: 'info' | 'danger-now'
  readonly title?: string
  readonly content: Content
}

/** A message apart from the running text. It does not move and does not interrupt. */
export function alert(language: Language, { kind, title, content }: Alert): Html {
  const t = words(language)
  const spoken = title ?? (kind === 'info' ? t.information : t.dangerNow)
  return html`<section class="alert alert--${kind}" aria-label="${spoken}">
${title ? html`<h2 class="alert__title">${title}</h2>` : ''}
<div class="alert__content">${content}</div>
</section>`
}
