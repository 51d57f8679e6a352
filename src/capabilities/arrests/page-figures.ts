import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import type { Language } from '#platform/language.ts'
import { lookParts, type Safe, type SafeNumber } from './figures.ts'
import { t } from './words.ts'

/** Quarters that stand open; those before are folded. */
const aYear = 4

/** Numbers per quarter, the newest first; what would tell of one young person is kept secret, and the page says so. */
export function figuresPage(language: Language, quarters: readonly Safe[]): Html {
  const words = t(language).figures
  const number = (count: SafeNumber) => (count === undefined ? words.secret : String(count))
  const { columns } = words
  const name = ({ quarter }: Safe) =>
    words.quarter(Math.ceil(Number(quarter.slice(5, 7)) / 3), quarter.slice(0, 4))
  const heading = (text: string, at: number) => ({ heading: text, numeric: at > 0 })
  type Shown = readonly Safe[]
  const looks = (shown: Shown, caption: string, of: (one: Safe) => Safe['looked']) =>
    table({
      caption,
      stays: true,
      columns: [columns.quarter, ...lookParts.map((part) => columns[part])].map(heading),
      rows: shown.map((one) => [name(one), ...lookParts.map((part) => number(of(one)[part]))]),
    })
  const tables = (shown: Shown) => html`${table({
    caption: words.caption,
    stays: true,
    columns: [columns.quarter, columns.arrested, columns.ageUnknown, columns.consultations].map(
      heading,
    ),
    rows: shown.map((one) => [
      name(one),
      ...[one.arrested, one.ageUnknown, one.consultations].map(number),
    ]),
  })}
${looks(shown, words.looked, ({ looked }) => looked)}
${looks(shown, words.certified, ({ certified }) => certified)}`
  const earlier = quarters.slice(aYear)
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.rule}</p>
${details({ summary: words.made, content: html`<p>${words.ruleMore}</p>\n<p>${words.unknown}</p>` })}
${tables(quarters.slice(0, aYear))}
${earlier.length > 0 ? details({ summary: words.earlier, content: tables(earlier) }) : ''}`
}
