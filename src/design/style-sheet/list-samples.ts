import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import type { Language } from '#platform/language.ts'
import { words } from './words.ts'

/** What is shown in rows. */
export function listSamples(language: Language): Html {
  const t = words(language)
  return html`<h2>${t.lists}</h2>
${table({
  caption: t.tableCaption,
  columns: [
    ...t.tableHeadings.map((heading, index) => ({ heading, numeric: index === 3 })),
    { heading: t.state },
  ],
  rows: t.tableRows.map((row, index) => [
    html`<a href="#forms">${row[0]}</a>`,
    ...row.slice(1),
    tag(t.tags[index + 1] ?? ''),
  ]),
})}
${pagination(language, { previous: '?page=1', next: '?page=3', page: 2, pages: 12 })}
<h3>${t.checkTitle}</h3>
${summaryList(
  language,
  t.checkRows.map(([key, value]) => ({ key, value, change: '#forms' })),
)}
${emptyState({ title: t.emptyTitle, text: t.emptyText, begin: { text: t.begin, href: '#forms' } })}`
}
