import { knowledgeNavigation } from '#capabilities/knowledge/index.ts'
import { chart } from '#design/chart/chart.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { rangeOfTold } from '#platform/safe-count.ts'
import type { Definition } from './definition.ts'
import { type Edition, percentage, whole } from './edition.ts'
import { meaning } from './meaning.ts'
import { type FiguresView, guidance, whyNone } from './page-figures.ts'
import { cellAnchor, paths } from './paths.ts'
import type { OfPeriod, Told } from './published-figures.ts'
import { periodName, t } from './words.ts'

type View = FiguresView & {
  readonly found: OfPeriod
  readonly told: Told
}

const crumbs = (language: Language) => [
  knowledgeNavigation(language),
  { text: t(language).list.title, href: link(language, paths.figures) },
]

/** One edition: the numbers, how sure they are, who is not in it, what they mean, and how to check them. */
export function figurePage(language: Language, view: View): PageParts {
  const words = t(language).figure
  const { edition, hash } = view.told
  const { definition, organisations } = edition
  const period = periodName(language, edition.period.code)
  const title = words.chart(definition.title[language], period)
  const more = view.found.published - organisations.published
  const isLast = view.found.told.at(-1)?.edition.edition === edition.edition
  return {
    title,
    pictures: true,
    breadcrumbs: crumbs(language),
    content: html`<h1>${title}</h1>
<p class="lead">${words.lead(organisations.published, organisations.of)} ${words.gap(organisations.of - organisations.published)}</p>
<p class="quiet">${words.edition(edition.edition, fullDay(language, edition.publishedOn))}</p>
${isLast && more > 0 ? html`<p>${words.later(more)}</p>` : ''}
${numbers(language, edition, title)}
<h2>${words.uncertain}</h2>
<p>${words.uncertainText(edition.rules.secretUpTo, edition.rules.roundedTo)}</p>
${sharesShown(edition) ? html`<p>${words.sharesText(edition.rules.percentagesFrom)}</p>` : ''}
${guidance(language, view)}
<h2>${words.meaning}</h2>
${meaning(language, view.kindName, definition)}
<h2>${words.check}</h2>
<p>${words.checkText}</p>
<p><a href="${link(language, paths.evidence(definition.id, edition.period.code, edition.edition))}">${words.evidence}</a></p>
<p>${words.hash}: <code class="hash">${hash}</code></p>
${editionsOf(language, view.found)}`,
  }
}

const sharesShown = ({ addsUp, cells }: Edition): boolean => addsUp && cells.length > 1

function numbers(language: Language, edition: Edition, title: string): Html {
  const words = t(language).figure
  const all = edition.cells.find(({ code }) => code === whole)
  const toldOf = ({ told }: Edition['cells'][number]) =>
    told === 'secret' ? t(language).secret : told.toString()
  const range = ({ told }: Edition['cells'][number]) =>
    told === 'secret' ? undefined : rangeOfTold(told)
  const shares = sharesShown(edition)
  const share = (cell: Edition['cells'][number]) => {
    const found = all && percentage(cell.told, all.told)
    return found === undefined ? words.noShare : words.shareOf(found)
  }
  const parts = edition.cells.filter(({ code }) => code !== whole || edition.cells.length === 1)
  return html`${chart({
    id: 'chart',
    title,
    description: words.chartText,
    bars: parts.map((cell) => ({
      label: cell.title[language],
      value: cell.told === 'secret' ? undefined : cell.told,
      told: toldOf(cell),
      range: range(cell),
    })),
  })}
${table({
  caption: words.table,
  columns: [
    { heading: edition.definition.dividedBy?.[language] ?? title },
    { heading: words.number, numeric: true },
    { heading: words.between, numeric: true },
    ...(shares ? [{ heading: words.share, numeric: true }] : []),
  ],
  rows: edition.cells.map((cell) => {
    const between = range(cell)
    return [
      html`<span id="${cellAnchor(cell.code)}">${cell.title[language]}</span>`,
      toldOf(cell),
      between ? words.betweenOf(between.least, between.most) : t(language).secret,
      ...(shares ? [cell.code === whole ? '' : share(cell)] : []),
    ]
  }),
})}`
}

function editionsOf(language: Language, { told }: OfPeriod): Html {
  const words = t(language).figure
  return html`<h2>${words.editions}</h2>
${linkList(
  told.map(({ edition: { definition, period, edition, publishedOn, organisations } }) => ({
    text: words.editionOf(
      edition,
      fullDay(language, publishedOn),
      organisations.published,
      organisations.of,
    ),
    href: link(language, paths.edition(definition.id, period.code, edition)),
  })),
)}`
}

/** Something was shared and nothing may be told yet: why. */
export function noFigurePage(
  language: Language,
  view: FiguresView & {
    readonly definition: Definition
    readonly found: OfPeriod
  },
): PageParts {
  const words = t(language).figure
  const { definition, found, today } = view
  return {
    title: words.none,
    breadcrumbs: crumbs(language),
    content: html`<h1>${words.chart(definition.title[language], periodName(language, found.period))}</h1>
<p class="lead">${words.noneLead}</p>
<p>${whyNone(language, { ...found, today })}</p>
<h2>${words.meaning}</h2>
${meaning(language, view.kindName, definition)}`,
  }
}
