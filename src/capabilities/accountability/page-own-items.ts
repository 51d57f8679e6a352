import { buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { exportLinks, itemNarrowing } from './narrowing.ts'
import type { OwnItem } from './read-own-items.ts'
import { registerPaths } from './register-paths.ts'
import { type ItemQuery, isNarrowed, itemsAsked } from './register-query.ts'
import { t as publicWords } from './words.ts'
import { t } from './words-register.ts'

/** The motions, commitments, questions and requests that this ministry keeps, as the address asks. */
export function ownItemsPage(
  language: Language,
  { items, query }: { readonly items: readonly OwnItem[]; readonly query: ItemQuery },
): PageParts {
  const { items: words, narrow } = t(language)
  const asked = itemsAsked(items, query)
  const begin = { text: words.add, href: link(language, registerPaths.addItem) }
  return {
    title: words.title,
    wide: true,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p><a href="${link(language, registerPaths.papers)}">${words.toPapers}</a></p>
${
  items.length === 0 && !isNarrowed(query)
    ? html`${emptyState({ title: words.empty, text: words.emptyText, begin })}
${itemNarrowing(language, query)}`
    : html`<p>${buttonLink({ ...begin, look: 'secondary' })}</p>
${itemNarrowing(language, query)}
${asked.length > 0 ? ownItemTable(language, asked) : html`<p>${narrow.none}</p>`}
${exportLinks(language, query, { csv: registerPaths.itemsCsv, ods: registerPaths.itemsOds })}`
}`,
  }
}

export function ownItemTable(language: Language, items: readonly OwnItem[]): Html {
  const words = t(language).items
  const { kinds, states } = publicWords(language)
  const day = (date: string | undefined) => (date ? fullDay(language, date) : words.noDay)
  return table({
    caption: words.count(items.length),
    columns: [words.what, words.kind, words.raised, words.wanted, words.state].map((heading) => ({
      heading,
    })),
    rows: items.map((item) => [
      html`<a href="${link(language, registerPaths.item(item.id))}">${item.title}</a>`,
      kinds[item.kind],
      day(item.raisedOn),
      day(item.wantedUntil),
      states[item.state],
    ]),
  })
}
