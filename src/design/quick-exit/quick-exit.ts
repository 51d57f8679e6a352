import { type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

/** A page that anybody may have open. It is only ever asked for when the reader leaves. */
const elsewhere = { nl: 'https://nl.wikipedia.org/', en: 'https://en.wikipedia.org/' } as const

/** Works as a link; the module quick-exit.js also takes this page out of the history and listens to Esc. */
export const quickExit = (language: Language): Html =>
  html`<a class="quick-exit" href="${elsewhere[language]}" rel="noreferrer noopener nofollow" data-quick-exit title="${
    words(language).quickExitExplained
  }">${words(language).quickExit}</a>`
