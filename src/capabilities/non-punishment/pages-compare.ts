import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { type Language, link } from '#platform/language.ts'
import { type Compared, provisionCode } from './compare-decisions.ts'
import { groundNames, routeName } from './decision-words.ts'
import type { DossierDesk } from './desk.ts'
import { provision } from './offence-words.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type Desk = Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>

/** Decisions side by side without names, and numbers that are safe to tell. */
export function comparePage(
  language: Language,
  desk: Desk,
  { provisions, lines, counts }: Compared,
  chosen: string | undefined,
): Html {
  const words = t(language).compare
  const titleOf = (id: string) =>
    desk.worksheet.elements.find((one) => one.id === id)?.title[language] ?? id
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${counts.length === 0 && provisions.length === 0 ? emptyState({ title: words.none, text: words.noneText }) : ''}
${
  provisions.length > 0
    ? html`<h2>${words.pick}</h2>
<ul>${provisions.map((one) => {
        const code = provisionCode(one)
        return code === chosen
          ? html`<li><strong aria-current="true">${provision(language, one)}</strong></li>`
          : html`<li><a href="${link(language, `${paths.compare}?feit=${code}`)}">${provision(language, one)}</a></li>`
      })}</ul>`
    : ''
}
${chosen && lines.length === 0 ? html`<p>${words.tooFew}</p>` : ''}
${
  lines.length > 0
    ? table({
        caption: words.title,
        captionHidden: true,
        columns: [
          { heading: words.looked },
          { heading: words.following },
          { heading: words.route },
          { heading: words.grounds },
        ],
        rows: lines.map((line) => [
          line.lookedAt.map(titleOf).join(', ') || t(language).page.nothingOnSheet,
          words.followings[line.following],
          routeName(language, desk, line.route),
          groundNames(language, desk, line.grounds).join(', '),
        ]),
      })
    : ''
}
${
  counts.length > 0
    ? html`<h2>${words.counts}</h2>
<p>${words.rule}</p>
${table({
  caption: words.counts,
  captionHidden: true,
  columns: [
    { heading: words.year },
    { heading: words.route },
    { heading: words.number, numeric: true },
  ],
  rows: counts.map(({ year, route, count }) => [
    String(year),
    routeName(language, desk, route),
    count === 'secret' ? words.secret : words.about(count),
  ]),
})}`
    : ''
}`
}
