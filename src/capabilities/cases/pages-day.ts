import { emptyState } from '#design/empty-state/empty-state.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { tabs } from '#design/tabs/tabs.ts'
import { type Language, link } from '#platform/language.ts'
import type { TaskClock } from './case-file.ts'
import { dueTag, taskHref } from './pages-case.ts'
import { caseLink, dayPath } from './paths.ts'
import { type DayPart, type ReadDay, type Span, spans } from './read-day.ts'
import type { DayPlace } from './store-tasks.ts'
import { t } from './words.ts'

/** A signal that waits for a first look, as its own capability gives it. */
export type WaitingSignal = {
  readonly id: string
  readonly reference: string
  readonly lookBefore: string
}

export type DayView = {
  readonly span: Span
  readonly day: ReadDay
  readonly signals: readonly WaitingSignal[]
  readonly moreSignals: boolean
  readonly paged: boolean
  readonly me: string
  /** signals are written down here */
  readonly withSignals: boolean
}

const spanPaths: Readonly<Record<Span, string>> = {
  today: dayPath,
  week: `${dayPath}?wanneer=week`,
  later: `${dayPath}?wanneer=later`,
}

const morePath = (span: Span, clock: TaskClock, { dueOn, id }: DayPlace): string =>
  `${dayPath}?wanneer=${span}&soort=${clock}&na=${dueOn}_${id}`

/** What is due and by whom: per kind of term, then by date. */
export function dayPage(language: Language, view: DayView): Html {
  const words = t(language).day
  const { span, day, signals, paged } = view
  const parts = day.parts.filter(({ lines }) => lines.length > 0)
  const nothing = parts.length === 0 && signals.length === 0
  return html`<h1>${words.title}</h1>
<p>${words.lead}</p>
${tabs(
  words.spansLabel,
  spans.map((one) => ({
    text: words.spans[one],
    href: link(language, spanPaths[one]),
    current: one === span,
  })),
)}
${nothing ? emptyState({ title: words.empty[span], text: words.emptyText[view.withSignals ? 'signals' : 'elsewhere'] }) : ''}
${signals.length > 0 ? signalGroup(language, view) : ''}
${parts.map((part) => group(language, view, part))}
${paged ? html`<p><a href="${link(language, spanPaths[span])}">${words.back}</a></p>` : ''}`
}

function signalGroup(language: Language, { signals, moreSignals, day }: DayView): Html {
  const words = t(language)
  return html`<section class="day-group">${table({
    caption: words.day.signals,
    columns: [{ heading: words.columns.what }, { heading: words.columns.due }],
    rows: signals.map(({ id, reference, lookBefore }) => [
      html`<a href="${link(language, `/signalen/${id}`)}">${reference}</a>`,
      dueTag(language, lookBefore, day.today),
    ]),
  })}
${moreSignals ? html`<p><a href="${link(language, '/wachtrij')}">${words.day.signalsMore}</a></p>` : ''}</section>`
}

function group(
  language: Language,
  { span, day, me }: DayView,
  { clock, lines, next }: DayPart,
): Html {
  const words = t(language)
  const nameOf = (id: string) =>
    id === me ? words.day.mine : (day.names.get(id) ?? words.unknownPerson)
  return html`<section class="day-group">${table({
    caption: words.day.clocks[clock],
    columns: [
      { heading: words.columns.what },
      { heading: words.columns.code },
      { heading: words.columns.who },
      { heading: words.columns.due },
    ],
    rows: lines.map((line) => [
      html`<a href="${taskHref(language, line.caseId, line)}">${line.title}</a>`,
      html`<a class="reference" href="${caseLink(language, line.caseId)}">${line.code}</a>`,
      nameOf(line.ownerId),
      dueTag(language, line.dueOn, day.today),
    ]),
  })}
${next ? html`<p><a href="${link(language, morePath(span, clock, next))}">${words.day.more}</a></p>` : ''}</section>`
}
