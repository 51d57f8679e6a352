import { type Content, type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type SummaryRow = {
  readonly key: string
  /** nothing filled in is said, not left blank */
  readonly value: Content | undefined
  /** where this answer can be changed */
  readonly change?: string
}

/** Check your answers: every question with the answer and the way back to it. */
export function summaryList(language: Language, rows: readonly SummaryRow[]): Html {
  const t = words(language)
  return html`<dl class="data-list">${rows.map(
    ({ key, value, change }) => html`<div class="data-list__item">
<dt class="data-list__item-key">${key}</dt>
<dd class="data-list__item-value">${value || html`<span class="quiet">${t.notFilledIn}</span>`}</dd>
${change ? html`<dd class="data-list__actions"><a href="${change}">${t.change}<span class="visually-hidden">: ${key}</span></a></dd>` : ''}</div>
`,
  )}</dl>`
}
