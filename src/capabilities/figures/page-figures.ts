import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  origin,
} from '#capabilities/knowledge/index.ts'
import type { KindNamer } from '#capabilities/sharing/index.ts'
import { alert } from '#design/alert/alert.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { type Edition, leastOrganisations, whole } from './edition.ts'
import type { Definitions } from './load-definitions.ts'
import { meaning } from './meaning.ts'
import { paths } from './paths.ts'
import { mayBeTold, periodFrom, toldFrom } from './period.ts'
import type { OfPeriod, PublishedFigures } from './published-figures.ts'
import { periodName, t } from './words.ts'

export type FiguresView = {
  readonly definitions: Definitions
  readonly knowledge: Knowledge
  readonly kindName: KindNamer
  /** ISO date */
  readonly today: string
}

type Overview = Awaited<ReturnType<PublishedFigures['overview']>>

/** Every figure: what it means, and of which periods there is one, or why not. */
export function figuresPage(
  language: Language,
  view: FiguresView & { readonly overview: Overview },
): PageParts {
  const words = t(language).list
  const { definitions, knowledge, overview } = view
  return {
    title: words.title,
    breadcrumbs: [knowledgeNavigation(language)],
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${guidance(language, view)}
<h2>${words.counted}</h2>
${toldFirst(overview).map(
  ({ definition, periods }) => html`<h3>${definition.title[language]}</h3>
${
  periods.length === 0
    ? html`<p>${words.none}</p>`
    : table({
        caption: words.periods,
        captionHidden: true,
        columns: [{ heading: words.period }, { heading: words.state }],
        rows: periods.map((period) => [
          periodName(language, period.period),
          stateOf(language, { ...period, definition: definition.id, today: view.today }),
        ]),
      })
}
${details({
  summary: html`${t(language).figure.meaning}<span class="visually-hidden">: ${definition.title[language]}</span>`,
  content: html`${meaning(language, view.kindName, definition)}
<p>${words.origin}: ${origin(knowledge, language, definition)}</p>`,
})}`,
)}
<h2>${words.how}</h2>
<ol>${words.steps.map((step) => html`<li>${step}</li>\n`)}</ol>
${editionLine(language, definitions.edition)}`,
  }
}

/** Of which there is a figure, then of which something was shared, then the others; each in its own order. */
const toldFirst = (overview: Overview): Overview => {
  const place = ({ periods }: Overview[number]) =>
    periods.some(({ told }) => told.length > 0) ? 0 : periods.length > 0 ? 1 : 2
  return overview.toSorted((a, b) => place(a) - place(b))
}

/** What is told beside every figure. */
export const guidance = (
  language: Language,
  { definitions, knowledge }: Pick<FiguresView, 'definitions' | 'knowledge'>,
): Html =>
  alert(language, {
    kind: 'info',
    title: t(language).list.beside,
    content: html`<ul>${definitions.guidance.map(
      (one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
    )}</ul>`,
  })

type State = OfPeriod & {
  readonly definition: string
  readonly today: string
}

function stateOf(language: Language, { definition, told, period, published, of, today }: State) {
  const words = t(language).list
  const last = told.at(-1)?.edition
  if (last) {
    const { organisations } = last
    return html`<a href="${link(language, paths.period(definition, period))}">${words.told(organisations.published, organisations.of)}<span class="visually-hidden">: ${last.definition.title[language]}, ${periodName(language, period)}</span></a>${inAll(language, last)}`
  }
  return whyNone(language, { period, published, of, today })
}

/** The number of the whole, where there is one. */
function inAll(language: Language, { cells }: Edition): Html | '' {
  const told = cells.find(({ code }) => code === whole)?.told
  if (told === undefined) return ''
  const words = t(language)
  return html`<br>${words.list.inAll}: <strong>${told === 'secret' ? words.secret : told.toString()}</strong>`
}

/** Why there is no figure of a period of which something was shared. */
export function whyNone(
  language: Language,
  { period: code, published, of, today }: Omit<State, 'definition' | 'told'>,
): string {
  const words = t(language).list
  const period = periodFrom(code)
  if (published < leastOrganisations) return words.tooFew(published, of, leastOrganisations)
  return period && !mayBeTold(period, today)
    ? words.notYet(published, of, fullDay(language, toldFrom(period)))
    : words.waiting(published, of)
}
