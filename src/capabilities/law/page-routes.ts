import { editionLine, type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Law } from './law.ts'
import type { Route } from './route-pack.ts'
import { ruleLine } from './rule-line.ts'
import { wayUp } from './way-up.ts'
import { t } from './words.ts'

type Desk = { readonly law: Law; readonly knowledge: Knowledge }

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
<p>${group.about[language]}</p>
${table({
  caption: group.name[language],
  captionHidden: true,
  columns: [{ heading: words.code }, { heading: words.label }, { heading: words.exploitation }],
  rows: grounds.map(({ code, label, note, relevance, validUntil }) => [
    code,
    html`${label[language]}${validUntil ? html`<p><strong>${words.ended(fullDay(language, validUntil))}</strong></p>` : ''}${note ? html`<p>${note[language]}</p>` : ''}`,
    sepot.relevances.find(({ id }) => id === relevance)?.text[language] ?? '',
  ]),
})}
`
})}
${editionLine(language, sepot.edition)}`,
  }
}

/** Every route of non-punishment by its moment: who decides, what it needs, and what it leaves. */
export function routesPage(language: Language, desk: Desk): PageParts {
  const words = t(language).routes
  const { routes } = desk.law
  return {
    title: words.title,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${warnings(language, desk)}
${routes.routes.map((route) => routeSection(language, desk, route))}
${editionLine(language, routes.edition)}`,
  }
}

function routeSection(language: Language, { law, knowledge }: Desk, route: Route): Html {
  const words = t(language).routes
  const stages = law.routes.stages.filter(({ id }) => route.stages.includes(id))
  const found = (one: Route['leaves']): Html =>
    one ? html`${one.text[language]} ${origin(knowledge, language, one)}` : html`${words.notFound}`
  return html`<h2 id="${route.id}">${route.name[language]}</h2>
${route.status === 'bill' ? html`<p><strong>${t(language).statusExplained.bill}</strong></p>` : ''}
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
