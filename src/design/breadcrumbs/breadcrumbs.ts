import { type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import { type Language, link } from '#platform/language.ts'

/** `href` as it stands in the page, language included: write it with `link(language, path)`. */
export type Breadcrumb = { readonly text: string; readonly href: string }

/** The way up from this page. The page itself is its own heading and is not repeated. */
export const breadcrumbs = (language: Language, list: readonly Breadcrumb[]): Html =>
  html`<nav class="breadcrumb-nav" aria-label="${words(language).youAreHere}"><ol>${[
    { text: words(language).begin, href: link(language, '/') },
    ...list,
  ].map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ol></nav>`
