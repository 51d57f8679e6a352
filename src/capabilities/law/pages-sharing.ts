import { editionLine, origin } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import type { PageParts } from '#design/page/page.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { type Language, link } from '#platform/language.ts'
import { paths, queryNames } from './paths.ts'
import { roadsBetween } from './roads-between.ts'
import { ruleLine } from './rule-line.ts'
import { basisOf, type SharingDesk, sharingLine } from './sharing-line.ts'
import type { ClosedRoad, Party, SharingLine } from './sharing-pack.ts'
import { wayUp } from './way-up.ts'
import { t } from './words.ts'

export type Walk = {
  readonly from: Party | undefined
  readonly to: Party | undefined
  /** an ISO date */
  readonly day: string
}

/** "I am … I want to share with …": the roads between the two, or why there is none and which others there are. */
export function sharingPage(language: Language, desk: SharingDesk, walk: Walk): PageParts {
  const words = t(language).sharing
  const { from, to } = walk
  return {
    title: words.title,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${alert(language, { kind: 'info', title: words.first, content: html`<ul>${words.firstPoints.map((point) => html`<li>${point}</li>\n`)}</ul>` })}
${walkForm(language, desk, walk)}
${from && to ? found(language, desk, from, to, walk.day) : ''}
<p><a href="${link(language, paths.sharingTable)}">${words.toTable}</a></p>
${editionLine(language, desk.law.sharing.edition)}`,
  }
}

function walkForm(language: Language, { law }: SharingDesk, { from, to }: Walk): Html {
  const words = t(language).sharing
  const choices = law.sharing.parties.map(({ id, name }) => ({ value: id, label: name[language] }))
  const field = (name: string, label: string, chosen: Party | undefined) =>
    select(language, { name, label, value: chosen?.id, choices })
  return form({
    method: 'get',
    action: `${link(language, paths.sharing)}#gevonden`,
    content: html`${field(queryNames.from, words.iAm, from)}
${field(queryNames.to, words.with, to)}
${button({ text: words.show })}`,
  })
}

function found(language: Language, desk: SharingDesk, from: Party, to: Party, day: string): Html {
  const words = t(language).sharing
  const { lines, closed, others } = roadsBetween(desk.law, from, to, day)
  return html`<h2 id="gevonden">${words.between(from.name[language], to.name[language])}</h2>
<p>${words.count(lines.length)}</p>
${closedList(language, desk, closed)}
${lines.map((line) => html`<section><h3>${line.name[language]}</h3>\n${sharingLine(language, desk, line)}</section>\n`)}
${others.length > 0 ? html`<h2>${words.others}</h2>\n<p>${words.othersText}</p>\n${lineList(language, others)}` : ''}`
}

const lineList = (language: Language, lines: readonly SharingLine[]): Html =>
  linkList(
    lines.map(({ id, name, standing }) => ({
      text: name[language],
      href: link(language, paths.sharingLine(id)),
      about: tag(t(language).sharing.standing[standing]),
    })),
  )

function closedList(
  language: Language,
  { law, knowledge }: SharingDesk,
  closed: readonly ClosedRoad[],
) {
  if (closed.length === 0) return ''
  return alert(language, {
    kind: 'info',
    title: t(language).sharing.closed,
    content: html`<ul>${closed.map(
      (road) =>
        html`<li>${road.text[language]} ${road.rules.map((id) => html`${ruleLine(language, law.getRule(id))} `)}${origin(knowledge, language, road)}</li>\n`,
    )}</ul>`,
  })
}

/** One road on a page of its own, for whoever was led to it. */
export const sharingLinePage = (
  language: Language,
  desk: SharingDesk,
  line: SharingLine,
): PageParts => ({
  title: line.name[language],
  breadcrumbs: wayUp(language, 'sharing'),
  content: html`<h1>${line.name[language]}</h1>
${sharingLine(language, desk, line)}
${editionLine(language, desk.law.sharing.edition)}`,
})

/** The whole table, in the order of the pack, and below it the roads that are not there. */
export function sharingTablePage(language: Language, desk: SharingDesk): PageParts {
  const words = t(language).sharing
  const { law } = desk
  const { lines, closed } = law.sharing
  return {
    title: words.tableTitle,
    breadcrumbs: wayUp(language, 'sharing'),
    wide: true,
    content: html`<h1>${words.tableTitle}</h1>
<p class="lead">${words.tableLead}</p>
${table({
  caption: words.tableCaption(lines.length),
  columns: [
    { heading: words.road },
    { heading: words.standingHead },
    { heading: words.basis },
    { heading: words.facts },
    { heading: words.consent },
    { heading: words.informing },
    { heading: words.reasons },
  ],
  rows: lines.map((line) => [
    html`<a href="${link(language, paths.sharingLine(line.id))}">${line.name[language]}</a>`,
    words.short[line.standing],
    basisOf(language, law, line),
    line.facts.map((kind) => t(language).factKindsShort[kind]).join(', '),
    words.short[line.consent],
    words.short[line.informing],
    words.short[line.reasons],
  ]),
})}
${closedList(language, desk, closed)}
${editionLine(language, law.sharing.edition)}`,
  }
}
