import { type Html, html } from '#design/html.ts'
import type { Bilingual, Language } from '#platform/language.ts'
import type { Knowledge } from './knowledge.ts'
import { origin } from './origin.ts'
import type { Mark } from './provenance.ts'

type Said = { readonly text: Bilingual; readonly mark: Mark; readonly sources: readonly string[] }

/** Sentences with where they come from. When all come from the same place, that is said once. */
export function statementList(
  knowledge: Knowledge,
  language: Language,
  list: readonly Said[],
  { inOrder = false } = {},
): Html {
  const [first] = list
  const shared = list.every(
    ({ mark, sources }) => mark === first?.mark && sources.join() === first.sources.join(),
  )
  const origins = (each: Said) => origin(knowledge, language, each)
  const items = list.map(
    (each) => html`<li>${each.text[language]} ${shared ? '' : origins(each)}</li>\n`,
  )
  return html`${inOrder ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`}
${shared && first ? html`<p>${origins(first)}</p>` : ''}`
}
