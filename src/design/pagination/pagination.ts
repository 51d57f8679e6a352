import { type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type Pagination = {
  readonly previous?: string | undefined
  readonly next?: string | undefined
  /** only when counting is cheap; a long list is walked with previous and next alone */
  readonly page?: number
  readonly pages?: number
}

/** Nothing when everything fits on one page. */
export function pagination(language: Language, { previous, next, page, pages }: Pagination): Html {
  if (!previous && !next) return html``
  const t = words(language)
  return html`<nav class="pagination" aria-label="${t.pages}">
${previous ? html`<a class="pagination__link pagination__link--previous" rel="prev" href="${previous}">${t.previous}</a>` : ''}
${page && pages ? html`<span class="pagination__position">${t.pageOf(page, pages)}</span>` : ''}
${next ? html`<a class="pagination__link pagination__link--next" rel="next" href="${next}">${t.next}</a>` : ''}
</nav>`
}
