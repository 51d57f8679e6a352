import { button, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { table } from '#design/table/table.ts'
import { tabs } from '#design/tabs/tabs.ts'
import { tag } from '#design/tag/tag.ts'
import { moment, nearDay } from '#platform/dates.ts'
import type { FormErrors } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { DraftLine } from './keep-draft.ts'
import type { SignalLine, SignalList } from './list-signals.ts'
import { draftPath, sentences } from './pages-record.ts'
import type { OwnPlace, QueuePlace } from './store-lists.ts'
import { t } from './words.ts'

export const queueStates = ['new', 'taken-up', 'question-asked', 'closed'] as const
export type QueueState = (typeof queueStates)[number]

type Names = ReadonlyMap<string, string>

export type QueueView = {
  readonly state: QueueState
  readonly list: SignalList<QueuePlace>
  readonly names: Names
  readonly today: string
  readonly paged: boolean
  readonly errors: FormErrors
}

export function queuePage(language: Language, view: QueueView): Html {
  const words = t(language).queue
  const { state, list, paged, errors } = view
  return html`${summaryOf(language, sentences(language, errors))}
<h1>${words.title}</h1>
<p>${words.lead}</p>
${tabs(
  words.viewsLabel,
  queueStates.map((one) => ({
    text: words.views[one],
    href: link(language, queuePath(one)),
    current: one === state,
  })),
)}
${list.lines.length === 0 ? emptyState({ title: words.empty, text: words.emptyText }) : queueForm(language, view)}
${pagination(language, {
  previous: paged ? link(language, queuePath(state)) : undefined,
  next: list.next && link(language, queuePath(state, list.next)),
})}`
}

const queuePath = (state: QueueState, after?: QueuePlace): string =>
  `/wachtrij?stand=${state}${after ? `&na=${after.lookBefore}_${after.id}` : ''}`

function queueForm(language: Language, { state, list, names, today }: QueueView): Html {
  const words = t(language)
  const combinable = state !== 'closed' && list.lines.some((line) => line.about === 'pupil')
  const choose = { heading: words.columns.choose }
  const lines = table({
    caption: words.queue.views[state],
    captionHidden: true,
    columns: [
      { heading: words.columns.reference },
      { heading: words.columns.lookBefore },
      { heading: words.columns.subject },
      { heading: words.columns.recorded },
      { heading: words.columns.by },
      ...(combinable ? [choose] : []),
    ],
    rows: list.lines.map((line) => [
      html`${signalLink(language, line)} ${line.takerGone ? stateTags(language, line) : ''}`,
      term(language, line, today),
      line.subject ?? words.erased,
      moment(language, line.recordedAt),
      names.get(line.reportedBy) ?? words.unknownPerson,
      ...(combinable ? [line.about === 'pupil' ? chooseBox(language, line) : ''] : []),
    ]),
  })
  if (!combinable) return lines
  return form({
    action: link(language, '/wachtrij/samen'),
    content: html`<p>${words.queue.combineHint}</p>
${lines}
${button({ text: words.queue.combine, look: 'secondary' })}`,
  })
}

/** Taken up by somebody who is gone, it is with nobody; an open question stays one. */
const stateTags = (language: Language, { state, takerGone }: SignalLine): Html => {
  const { states, takerLeft } = t(language)
  return html`${takerGone ? tag(takerLeft.tag) : ''} ${takerGone && state === 'taken-up' ? '' : tag(states[state])}`
}

const signalLink = (language: Language, line: SignalLine): Html =>
  html`<a class="reference" href="${link(language, `/signalen/${line.id}`)}">${line.reference}</a>`

/** The term in words; a colour would say something about a child, so there is none. */
function term(language: Language, line: SignalLine, today: string): Html {
  const words = t(language)
  const day = nearDay(language, line.lookBefore)
  if (line.state === 'closed') return html`${day}`
  if (line.lookBefore < today) return html`${day} ${tag(words.overdue)}`
  return line.lookBefore === today ? html`${day} ${tag(words.dueToday)}` : html`${day}`
}

const chooseBox = (language: Language, { id, reference }: SignalLine): Html =>
  html`<div class="choice"><input${attributes({
    class: 'checkbox',
    type: 'checkbox',
    name: 'signal',
    value: id,
    id: `choose-${id}`,
  })}><label class="choice__label" for="choose-${id}"><span class="visually-hidden">${t(language).queue.choose(reference)}</span></label></div>`

export type MineView = {
  readonly drafts: readonly DraftLine[]
  readonly list: SignalList<OwnPlace>
  readonly paged: boolean
}

export function minePage(language: Language, { drafts, list, paged }: MineView): Html {
  const words = t(language).mine
  const nothing = drafts.length === 0 && list.lines.length === 0
  const begin = { text: words.begin, href: link(language, '/signalen/nieuw') }
  return html`<h1>${words.title}</h1>
${nothing ? emptyState({ title: words.empty, text: words.emptyText, begin }) : html`<p>${buttonLink(begin)}</p>`}
${drafts.length > 0 ? draftList(language, drafts) : ''}
${list.lines.length > 0 ? ownTable(language, list.lines) : ''}
${pagination(language, {
  previous: paged ? link(language, '/signalen') : undefined,
  next: list.next && link(language, minePath(list.next)),
})}`
}

const minePath = ({ recordedAt, id }: OwnPlace): string =>
  `/signalen?voor=${encodeURIComponent(`${recordedAt}_${id}`)}`

const draftList = (language: Language, drafts: readonly DraftLine[]): Html =>
  html`<h2>${t(language).mine.drafts}</h2>
<ul>${drafts.map(
    (draft) =>
      html`<li><a href="${link(language, draftPath(draft.id, 'wat'))}">${t(language).mine.draftOf(draft.subject)}</a> <span class="quiet">${moment(language, draft.savedAt)}</span></li>`,
  )}</ul>`

function ownTable(language: Language, lines: readonly SignalLine[]): Html {
  const words = t(language)
  return table({
    caption: words.mine.list,
    columns: [
      { heading: words.columns.reference },
      { heading: words.columns.subject },
      { heading: words.columns.recorded },
      { heading: words.columns.state },
    ],
    rows: lines.map((line) => [
      signalLink(language, line),
      line.subject ?? words.erased,
      moment(language, line.recordedAt),
      stateTags(language, line),
    ]),
  })
}
