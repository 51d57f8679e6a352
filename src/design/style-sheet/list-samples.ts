import { chart } from '#design/chart/chart.ts'
import { doors } from '#design/doors/doors.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { helpLines } from '#design/help-line/help-line.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { searchForm } from '#design/search-form/search-form.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { tabs } from '#design/tabs/tabs.ts'
import { tag } from '#design/tag/tag.ts'
import { timeline } from '#design/timeline/timeline.ts'
import type { Language } from '#platform/language.ts'
import { words } from './words.ts'

/** What is shown in rows. */
export function listSamples(language: Language): Html {
  const t = words(language)
  return html`<h2>${t.lists}</h2>
${tabs(
  t.lists,
  t.tags.map((text, index) => ({ text, href: '#forms', current: index === 1 })),
)}
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
<h3>${t.happened}</h3>
${timeline(t.happenings.map(([what, when, content]) => ({ what, when, content: html`<p>${content}</p>` })))}
<h3>${t.chartTitle}</h3>
${chart({
  id: 'chart',
  title: t.chartTitle,
  description: t.chartText,
  bars: t.chartBars.map(([label, value, told], nth) => ({
    ...{ label, told },
    value: nth === 2 ? undefined : Number(value),
    range: nth === 0 ? { least: Number(value) - 4, most: Number(value) + 4 } : undefined,
  })),
})}
<h3>${t.findTitle}</h3>
${searchForm({ action: '#forms', name: 'find', label: t.find, button: t.search })}
${linkList(
  t.found.map(([text, description]) => ({
    text,
    href: '#forms',
    description,
    about: t.foundAbout,
  })),
)}
<h3>${t.doorsTitle}</h3>
${doors(t.doors.map(([title, text]) => ({ title, text, href: '#forms' })))}
<h3>${t.helpTitle}</h3>
${helpLines([{ name: t.helpName, phone: '112', about: t.helpAbout }])}
${emptyState({ title: t.emptyTitle, text: t.emptyText, begin: { text: t.begin, href: '#forms' } })}`
}
