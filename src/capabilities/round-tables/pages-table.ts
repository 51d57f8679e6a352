import { type DeliveryAt, deliveryStateName, factsOf } from '#capabilities/sharing/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { costFirst } from '#design/cost-first/cost-first.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { type TimelineItem, timeline } from '#design/timeline/timeline.ts'
import type { Role } from '#platform/actor.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import type { ReadTable, TableItem } from './read-table.ts'
import { type AgreementState, lastDayOf, mayTakeBack, possibleOnSeat } from './round-table.ts'
import type { ItemWords } from './table-words.ts'
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
  rows: read.seats.map(({ name, role, state, undelivered }) => [
    name,
    roleName(role, language),
    html`${tag(t(language).seatStates[state])}${undelivered ? html` ${tag(t(language).table.undeliveredAtSeat[undelivered])}` : ''}`,
  ]),
})}
<h2>${words.brought}</h2>
<p>${words.broughtLead}</p>
${read.ended ? '' : html`<p class="quiet">${words.endsItself(fullDay(language, lastDayOf(read.day)))}</p>`}
${read.deliveries.length === 0 ? html`<p>${words.nobodyBrought}</p>` : timeline(read.deliveries.map((one) => deliveryItem(language, read, one)))}
${
  of('brought').length === 0
    ? ''
    : html`<h3>${words.between}</h3>\n${itemList(language, of('brought'), {
        nameOf,
        name: (item) => words.fromTo(nameOf(item.from), nameOf(item.to ?? '')),
      })}`
}
${writtenPart(language, read, of('written'))}
<h2>${words.agreements}</h2>
${itemList(
  language,
  of('agreement'),
  {
    nameOf,
    none: words.nothingAgreed,
    name: (item) =>
      words.agreementFor(nameOf(item.to ?? ''), fullDay(language, item.dueOn ?? read.day)),
  },
  (item) => html`${saidOf(
    language,
    of('word').filter(({ about }) => about === item.id),
    nameOf,
  )}
${
  item.to === read.ownParty && (item.state === 'proposed' || item.state === 'accepted')
    ? html`<p><a href="${link(language, paths.agreement(read.id, item.id))}">${t(language).acts.follow}</a></p>`
    : ''
}
${read.convenes && item.words && mayTakeBack(item.state as AgreementState) ? takeBackAct(language, read.id, item) : ''}`,
)}
<h2>${words.minutes}</h2>
${itemList(
  language,
  of('minutes'),
  { nameOf, none: words.noMinutes, name: (item) => words.version(item.version ?? 1) },
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
  { nameOf, name: (item) => `${nameOf(item.from)}, ${words.version(item.version ?? 1)}` },
)}`
    : ''
}`
}

function itemList(
  language: Language,
  items: readonly TableItem[],
  {
    name,
    nameOf,
    none = '',
  }: {
    readonly name: (item: TableItem) => string
    readonly nameOf: (id: string) => string
    readonly none?: string
  },
  more: (item: TableItem) => Html = () => html``,
): Html {
  const words = t(language)
  if (items.length === 0) return html`<p>${none}</p>`
  return timeline(
    items.map((item) => ({
      what: name(item),
      when: html`${moment(language, item.at)} ${tag(words.itemStates[item.state])}${item.undelivered.length > 0 ? html` ${tag(words.table.undelivered(item.undelivered.map(nameOf).join(', ')))}` : ''}`,
      content: html`${content(language, item)}${more(item)}`,
    })),
  )
}

function content(language: Language, { kind, words: said, receipt }: TableItem): Html {
  const words = t(language).table
  if (kind === 'brought') return html`<p class="quiet">${words.hidden}</p>`
  if (!said) return html`<p class="quiet">${words.erased}</p>`
  return html`${said.text ? story(said.text) : ''}
${kind === 'agreement' ? groundOf(language, said) : ''}
${receipt ? details({ summary: words.receipt, content: html`<code class="hash">${receipt}</code>` }) : ''}`
}

/** Why it was refused or not done, in the words of whoever it is with. */
const saidOf = (
  language: Language,
  items: readonly TableItem[],
  nameOf: (id: string) => string,
): readonly Html[] =>
  items.flatMap(({ from, words }) =>
    words?.text
      ? [
          html`<p class="quiet">${t(language).table.saidBy(nameOf(from))}</p>${story(words.text)}
`,
        ]
      : [],
  )

const takeBackAct = (language: Language, id: string, item: TableItem): Html =>
  costFirst({
    act: t(language).acts.takeBack,
    of: moment(language, item.at),
    cost: t(language).acts.takeBackText,
    action: link(language, paths.takeBack(id, item.id)),
  })

const groundOf = (language: Language, { basis }: ItemWords): Html => {
  const words = t(language).table
  if (!basis) return html`<p class="quiet">${words.basis}: ${words.nobody}</p>`
  return details({
    summary: `${words.basis}: ${basis.name}`,
    content: html`<p>${basis.limits}</p><ul>${basis.conditions.map(({ ask, answer }) => html`<li>${ask} ${answer}</li>\n`)}</ul>`,
  })
}

/** One delivery at this table: of ours where it stands, of theirs also what it says. */
function deliveryItem(language: Language, read: ReadTable, one: DeliveryAt): TimelineItem {
  const words = t(language).table
  const ours = one.side === 'sent'
  const own = read.seats.find(({ party }) => party === read.ownParty)?.name ?? ''
  // What was chosen from a case is for who coordinates that case.
  const opens = !ours || one.madeBy === read.reader || one.writtenHere
  const href = link(language, one.path)
  const facts = words.facts(one.facts)
  return {
    what: ours ? words.fromTo(own, one.other.name) : words.fromTo(one.other.name, own),
    when: html`${moment(language, one.at)} ${tag(deliveryStateName(language, one))}`,
    content: html`<p>${opens ? html`<a href="${href}">${one.reference}</a>` : one.reference}, ${facts}${one.endOn ? `, ${words.readUntil(fullDay(language, one.endOn))}` : ''}</p>
${!ours && one.body ? factsOf(one.body) : ''}`,
  }
}

/** Our own, until somebody chooses it for one organisation. */
function writtenPart(language: Language, read: ReadTable, items: readonly TableItem[]): Html {
  const words = t(language)
  const here = items.filter((item) => item.words)
  if (here.length === 0) return html``
  return html`<h3>${words.written.heading}</h3>
<p>${words.written.lead}</p>
${timeline(
  here.map(({ id, at, words: said }) => ({
    what: said?.fact ? words.kinds[said.fact.kind] : '',
    when: moment(language, at),
    content: html`${story(said?.text ?? '')}
<p class="quiet">${[said?.fact?.moment ?? '', words.written.from(said?.fact?.source ?? '')].filter(Boolean).join('. ')}</p>
${said?.fact?.beside.length ? html`<p class="quiet">${words.written.beside(said.fact.beside.join('; '))}</p>` : ''}
${costFirst({ act: words.written.erase, of: moment(language, at), cost: words.written.eraseText, action: link(language, paths.eraseWritten(read.id, id)) })}`,
  })),
)}`
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
        [words.write, paths.write(read.id)],
        [words.agree, paths.agree(read.id)],
        ...(proposed?.state === 'fixed' ? [] : [[words.minutes, paths.minutes(read.id)] as const]),
        [words.end, paths.end(read.id)],
      ]
    : [
        [words.bring, paths.bring(read.id)],
        [words.write, paths.write(read.id)],
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
