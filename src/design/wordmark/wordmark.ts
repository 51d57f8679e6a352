import { type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import { type Language, link } from '#platform/language.ts'

/** The quiet mark: an open eye of two arcs with a check as its pupil. The same drawing as icon.svg. */
export const mark: Html = html`<svg class="mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true" focusable="false"><path d="M2.5 17.5C9 8 16 3.5 24 3.5S39 8 45.5 17.5M7.5 22.5C12.5 27 18 29 24 29s11.5-2 16.5-6.5"/><path d="m16.5 16.5 5.5 5.5 10-11"/></svg>`

export const wordmark = (language: Language): Html =>
  html`<a class="wordmark" href="${link(language, '/')}" aria-label="${words(language).home}">${mark}<span>Oogmerk</span></a>`
