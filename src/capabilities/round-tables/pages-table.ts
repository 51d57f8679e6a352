import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { timeline } from '#design/timeline/timeline.ts'
import type { Role } from '#platform/actor.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { ReadTable, TableItem } from './read-table.ts'
import { possibleOnSeat } from './round-table.ts'
import { t } from './words.ts'

export type RoleNamer = (role: Role, language: Language) => string

type View = { readonly read: ReadTable; readonly aim: string; readonly roleName: RoleNamer }

/** One table as one organisation has it: what is asked, who sits there, and what this one may read. */
export function tablePage(language: Language, { read, aim, roleName }: View): Html {
  const words = t(language).table
  const nameOf = (id: string) => read.seats.find(({ party }) => party === id)?.name ?? ''
  const of = (...kinds: readonly TableItem['kind'][]) =>
    read.items.filter(({ kind }) => kinds.includes(kind))
  return html`<h1>${read.words?.question ?? read.code}</h1>
${read.ended && read.keepUntil ? alert(language, { kind: 'info', content: words.endedText(fullDay(language, read.keepUntil)) }) : ''}
${read.own === 'invited' && !read.ended ? html`<p>${words.invitedText}</p>` : ''}
${acts(language, read)}
${summaryList(language, [
  { key: words.reference, value: read.code },
  { key: words.convener, value: read.convener },
  { key: words.day, value: fullDay(language, read.day) },
  { key: words.place, value: read.words?.place || undefined },
  { key: words.aim, value: aim },
  { key: words.agenda, value: read.words?.agenda ? story(read.words.agenda) : undefined },
  ...(read.caseId
    ? [
        {
          key: words.case,
          value: html`<a href="${link(language, paths.case(read.caseId))}">${words.caseName}</a> ${words.caseKept}`,
        },
      ]
    : []),
])}
<h2>${words.seats}</h2>
${table({
  caption: words.seats,
  captionHidden: true,
  columns: [{ heading: words.party }, { heading: words.role }, { heading: words.state }],
  rows: read.seats.map(({ name, role, state }) => [
    name,
    roleName(role, language),
    tag(t(language).seatStates[state]),
  ]),
})}
<h2>${words.brought}</h2>
<p>${words.broughtLead}</p>
${itemList(language, of('contribution', 'brought'), (item) => words.fromTo(nameOf(item.from), nameOf(item.to ?? '')))}
<h2>${words.agreements}</h2>
${itemList(
  language,
  of('agreement'),
  (item) => words.agreementFor(nameOf(item.to ?? ''), fullDay(language, item.dueOn ?? read.day)),
  (item) =>
    item.to === read.ownParty && (item.state === 'proposed' || item.state === 'accepted')
      ? html`<p><a href="${link(language, paths.agreement(read.id, item.id))}">${t(language).acts.follow}</a></p>`
      : html``,
)}
<h2>${words.minutes}</h2>
${itemList(
  language,
  of('minutes'),
  (item) => words.version(item.version ?? 1),
  (item) =>
    item.state === 'proposed' && item.dueOn
      ? html`<p class="quiet">${words.until(fullDay(language, item.dueOn))}</p>`
      : html``,
)}
${
  of('word').some(({ version }) => version)
    ? html`<h3>${words.words}</h3>
${itemList(
  language,
  of('word').filter(({ version }) => version),
  (item) => `${nameOf(item.from)}, ${words.version(item.version ?? 1)}`,
)}`
    : ''
}`
}

function itemList(
  language: Language,
  items: readonly TableItem[],
  name: (item: TableItem) => string,
  more: (item: TableItem) => Html = () => html``,
): Html {
  const words = t(language)
  if (items.length === 0) return html`<p>${words.table.none}</p>`
  return timeline(
    items.map((item) => ({
      what: name(item),
      when: html`${moment(language, item.at)} ${tag(words.itemStates[item.state])}${item.undelivered ? html` ${tag(words.table.undelivered)}` : ''}`,
      content: html`${content(language, item)}${more(item)}`,
    })),
  )
}

function content(language: Language, { kind, words: said }: TableItem): Html {
  const words = t(language).table
  if (kind === 'brought') return html`<p class="quiet">${words.hidden}</p>`
  if (!said) return html`<p class="quiet">${words.erased}</p>`
  return html`${said.text ? story(said.text) : ''}
${
  said.basis
    ? details({
        summary: `${words.basis}: ${said.basis.name}`,
        content: html`<ul>${said.basis.conditions.map(({ ask, answer }) => html`<li>${ask} ${answer}</li>\n`)}</ul>`,
      })
    : ''
}`
}

/** Only what can be done now; the first is the next step. */
function acts(language: Language, read: ReadTable): Html {
  const words = t(language).acts
  if (read.ended) return html``
  if (read.own === 'invited') {
    return html`${possibleOnSeat('invited').map((act, index) => seatButton(language, read.id, act, index === 0))}`
  }
  const proposed = read.items.findLast(({ kind }) => kind === 'minutes')
  const open = proposed?.state === 'proposed'
  const links = read.convenes
    ? [
        [words.bring, paths.bring(read.id)],
        [words.agree, paths.agree(read.id)],
        ...(proposed?.state === 'fixed' ? [] : [[words.minutes, paths.minutes(read.id)] as const]),
        [words.end, paths.end(read.id)],
      ]
    : [
        [words.bring, paths.bring(read.id)],
        ...(open ? [[words.word, paths.word(read.id)] as const] : []),
      ]
  return html`${buttonGroup(
    ...links.map(([text = '', path = ''], index) =>
      buttonLink({ text, href: link(language, path), look: index === 0 ? 'primary' : 'secondary' }),
    ),
  )}
${
  read.convenes && open
    ? form({
        action: link(language, paths.fix(read.id)),
        content: button({ text: words.fix, look: 'secondary' }),
      })
    : ''
}
${read.convenes ? '' : seatButton(language, read.id, 'leave', false)}`
}

const seatButton = (
  language: Language,
  id: string,
  act: 'join' | 'decline' | 'leave',
  first: boolean,
): Html =>
  form({
    action: link(language, paths.seat(id)),
    content: html`<input type="hidden" name="act" value="${act}">
${button({ text: t(language).acts[act], look: first ? 'primary' : 'secondary' })}`,
  })
