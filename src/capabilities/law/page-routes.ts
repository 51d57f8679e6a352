import { editionLine, type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { errorSummary } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { DateParts } from '#platform/typed-date.ts'
import type { Law } from './law.ts'
import { paths, queryNames } from './paths.ts'
import type { Route } from './route-pack.ts'
import { ruleLine } from './rule-line.ts'
import { wayUp } from './way-up.ts'
import { t } from './words.ts'

type Desk = { readonly law: Law; readonly knowledge: Knowledge }

type OnDay = {
  /** an ISO date: which routes there were then */
  readonly day: string
  readonly typed: DateParts
  /** the typed day is no date; `day` is today then */
  readonly wrongDay: boolean
}

/** The texts with the grounds; between them lies a time of which we read none. */
const annexes = ['aanwijzing-sepot', 'aanwijzing-sepot-2014'] as const

/** How a route stood on a day. A ground is only as sure as the text of its time that we read. */
function routeOn(
  law: Law,
  route: Route,
  day: string,
): 'bill' | 'not-known' | 'ended' | 'not-read' | 'open' {
  if (route.status === 'bill') return 'bill'
  if (route.validFrom && day < route.validFrom) return 'not-known'
  if (route.status === 'repealed' || (route.validUntil && day >= route.validUntil)) return 'ended'
  const read = annexes.some((id) => law.inForceOn(law.getRule(id), day))
  return route.codes.length > 0 && !read ? 'not-read' : 'open'
}

/** What our text of the grounds is, and with what it must be compared: beside every list of them. */
const warnings = (language: Language, { law: { sepot } }: Desk): Html =>
  html`${sepot.warnings.map(({ text }) => alert(language, { kind: 'info', content: text[language] }))}`

/** Every ground for not prosecuting, in the order of the annex, in the groups that the rule tests in turn. */
export function groundsPage(language: Language, desk: Desk): PageParts {
  const words = t(language).grounds
  const { sepot } = desk.law
  const { knowledge } = desk
  return {
    title: words.title,
    wide: true,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${warnings(language, desk)}
<h2>${words.rules}</h2>
<ul>${sepot.rules.map((rule) => html`<li>${rule.text[language]} ${origin(knowledge, language, rule)}</li>\n`)}</ul>
${sepot.groups.map((group) => {
  const grounds = sepot.codes.filter((one) => one.group === group.id)
  return html`<h2>${group.name[language]}</h2>
<p>${group.about[language]} ${origin(knowledge, language, group)}</p>
${table({
  caption: group.name[language],
  captionHidden: true,
  columns: [{ heading: words.code }, { heading: words.label }, { heading: words.exploitation }],
  rows: grounds.map(({ code, label, note, relevance: id, validUntil }) => {
    const relevance = sepot.relevances.find((one) => one.id === id)
    return [
      code,
      html`${label[language]}${validUntil ? html`<p><strong>${words.ended(fullDay(language, validUntil))}</strong></p>` : ''}${note ? html`<p>${note[language]}</p>` : ''}`,
      relevance
        ? html`${relevance.text[language]} ${relevance.mark === 'own' ? origin(knowledge, language, relevance) : ''}`
        : '',
    ]
  }),
})}
`
})}
${editionLine(language, sepot.edition)}`,
  }
}

/** Every route of non-punishment by its moment, as it stood on a day: who decides, what it needs, what it leaves. */
export function routesPage(language: Language, desk: Desk, on: OnDay): PageParts {
  const words = t(language).routes
  const { routes } = desk.law
  return {
    title: words.title,
    breadcrumbs: wayUp(language),
    content: html`${errorSummary(language, on.wrongDay ? [{ field: queryNames.day, text: words.wrongDay }] : [])}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${warnings(language, desk)}
${dayForm(language, on)}
<p>${words.onDay(fullDay(language, on.day))}</p>
${routes.routes.map((route) => routeSection(language, desk, route, on.day))}
${editionLine(language, routes.edition)}`,
  }
}

const dayForm = (language: Language, { typed, wrongDay }: OnDay): Html => {
  const words = t(language).routes
  return form({
    action: link(language, paths.routes),
    method: 'get',
    content: html`${date(language, { name: queryNames.day, label: words.day, hint: words.dayHint, value: typed, error: wrongDay ? words.wrongDay : undefined, optional: true })}
${button({ text: words.show, look: 'secondary' })}`,
  })
}

function routeSection(
  language: Language,
  { law, knowledge }: Desk,
  route: Route,
  day: string,
): Html {
  const words = t(language).routes
  const stages = law.routes.stages.filter(({ id }) => route.stages.includes(id))
  const found = (one: Route['leaves']): Html =>
    one ? html`${one.text[language]} ${origin(knowledge, language, one)}` : html`${words.notFound}`
  return html`<h2 id="${route.id}">${route.name[language]}</h2>
<p><strong>${routeOn(law, route, day) === 'bill' ? t(language).statusExplained.bill : words.stood[routeOn(law, route, day)]}</strong></p>
${summaryList(language, [
  { key: words.decidedBy, value: route.decidedBy[language] },
  { key: words.moment, value: stages.map(({ name }) => name[language]).join('; ') },
  ...(route.needs.length > 0
    ? [
        {
          key: words.needs,
          value: html`<ul>${route.needs.map((one) => html`<li>${one[language]}</li>`)}</ul>`,
        },
      ]
    : []),
  { key: words.leaves, value: found(route.leaves) },
  { key: words.certificate, value: found(route.certificate) },
  {
    key: words.rules,
    value: html`<ul>${route.rules.map((id) => html`<li>${ruleLine(language, law.getRule(id))}</li>`)}</ul>`,
  },
])}
<p>${origin(knowledge, language, route)}</p>`
}
