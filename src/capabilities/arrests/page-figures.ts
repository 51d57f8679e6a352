import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import type { Language } from '#platform/language.ts'
import { lookParts, type Safe, type SafeNumber } from './figures.ts'
import { t } from './words.ts'

/** Numbers per quarter; what would tell of one young person is kept secret, and the page says so. */
export function figuresPage(language: Language, quarters: readonly Safe[]): Html {
  const words = t(language).figures
  const number = (count: SafeNumber) => (count === undefined ? words.secret : String(count))
  const { columns } = words
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.rule} ${words.quarters}</p>
${table({
  caption: words.caption,
  columns: [
    { heading: columns.quarter },
    { heading: columns.arrested, numeric: true },
    ...lookParts.map((part) => ({ heading: columns[part], numeric: true })),
    { heading: columns.fully, numeric: true },
    { heading: columns.consultations, numeric: true },
  ],
  rows: quarters.map((one) => [
    words.quarter(Math.ceil(Number(one.quarter.slice(5, 7)) / 3), one.quarter.slice(0, 4)),
    number(one.arrested),
    ...lookParts.map((part) => number(one.looked[part])),
    number(one.fully),
    number(one.consultations),
  ]),
})}`
}
