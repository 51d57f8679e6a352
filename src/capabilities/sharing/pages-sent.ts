import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { tag } from '#design/tag/tag.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { dutchDayOf, fullDay, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { nextState, recallReasons } from './disclosure.ts'
import type { EventWords } from './disclosure-words.ts'
import { longestWords } from './forms.ts'
import { deliveryView, inFours } from './page-delivery.ts'
import { paths } from './paths.ts'
import type { DisclosureHappening, ListedDisclosure, ReadDisclosure } from './read-disclosure.ts'
import { sentencesOf, t } from './words.ts'

type Lists = {
  readonly own: readonly ListedDisclosure[]
  /** out of files that lie apart */
  readonly apart: readonly ListedDisclosure[]
}

export function sentListPage(language: Language, { own, apart }: Lists): Html {
  const words = t(language)
  const { sent } = words
  return html`<h1>${sent.listTitle}</h1>
<p><a href="${link(language, paths.received)}">${words.way.received}</a></p>
${own.length === 0 ? emptyState({ title: sent.empty, text: sent.emptyText }) : lineTable(language, sent.listTitle, own)}
${apart.length === 0 ? '' : html`<h2>${sent.apart}</h2>\n<p>${sent.apartText}</p>\n${lineTable(language, sent.apart, apart)}`}`
}

function lineTable(language: Language, caption: string, lines: readonly ListedDisclosure[]): Html {
  const words = t(language)
  const { columns } = words.sent
  return table({
    caption,
    captionHidden: true,
    columns: [
      { heading: columns.reference },
      { heading: columns.about },
      { heading: columns.to },
      { heading: columns.state },
      { heading: columns.end },
      { heading: columns.made },
    ],
    rows: lines.map((line) => [
      html`<a href="${link(language, paths.one(line.id))}">${line.reference}</a>${line.byProgram ? html`<br>${tag(words.sent.byProgram)}` : ''}`,
      aboutLine(language, line),
      line.to ?? '–',
      words.states[line.state],
      line.endOn ? fullDay(language, line.endOn) : '–',
      fullDay(language, dutchDayOf(line.madeAt)),
    ]),
  })
}

/** The file, the ground and how much: nothing of what it says. */
function aboutLine(language: Language, { file, road, facts }: ListedDisclosure): Html {
  const { sent } = t(language)
  const parts = [file, road, facts > 0 ? sent.howMany(facts) : undefined]
  const [first, ...rest] = parts.filter((part) => part !== undefined)
  return html`${first ?? '–'}${rest.map((part) => html`<br><span class="quiet">${part}</span>`)}`
}

export type SentView = {
  readonly one: ReadDisclosure
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** One disclosure: where it stands, what happened, what left, and what can still be done. */
export function sentPage(language: Language, { one, typed, errors, key }: SentView): Html {
  const words = t(language)
  const wrong = sentencesOf(language, errors)
  const file =
    one.file &&
    (one.byProgram
      ? html`${tag(words.sent.byProgram)}<br>${one.file.title}`
      : html`<a href="${link(language, one.file.path)}">${one.file.title}</a>`)
  return html`${summaryOf(language, wrong)}
<h1>${words.sent.title(one.reference)}</h1>
${summaryList(language, [
  { key: words.sent.state, value: words.states[one.state] },
  { key: words.sent.file, value: file },
  ...(one.brought ? [{ key: words.sent.about, value: one.brought.about }] : []),
  { key: words.delivery.to, value: one.to?.name },
  { key: words.delivery.endOn, value: one.endOn && fullDay(language, one.endOn) },
])}
${nextState('recall', one.state) && one.happenings.some(({ kind }) => kind === 'source-recalled') ? alert(language, { kind: 'info', content: html`<p>${words.sent.sourceRecalled}</p>` }) : ''}
${nextState('recall', one.state) ? html`<p>${words.sent.wrong} <a href="${link(language, paths.recall(one.id))}">${words.sent.recall}</a></p>` : ''}
${one.state === 'draft' ? html`<p>${buttonLink({ text: words.sent.continue, href: link(language, paths.facts(one.id)) })}</p>` : ''}
${
  nextState('reply', one.state)
    ? html`<h2>${words.sent.reply}</h2>
${lastQuestion(one.happenings)}
${form({
  action: link(language, paths.reply(one.id)),
  content: html`${keyField(key)}
${textarea(language, { name: 'words', label: words.sent.reply, value: textOf(typed, 'words'), error: wrong.words, rows: 4, maxlength: longestWords })}
${button({ text: words.sent.replyButton })}`,
})}`
    : ''
}
${recallWaits(one) ? html`<p>${words.sent.recallWaits}</p>` : ''}
<h2>${words.sent.history}</h2>
<ol class="delivery-history">${one.happenings.map((event) => html`<li>${happening(language, event)}</li>\n`)}</ol>
${one.hash ? whatLeft(language, one, one.hash) : ''}`
}

/** What left, word by word; and once these are gone, or lie apart, that it was. */
function whatLeft(
  language: Language,
  { body, file, road, facts }: ReadDisclosure,
  hash: string,
): Html {
  const { sent } = t(language)
  const view = body
    ? html`<div class="panel">${deliveryView(body, hash, 3)}</div>`
    : html`<p>${file ? sent.gone : sent.liesApart}</p>
${summaryList(language, [
  { key: sent.facts, value: String(facts) },
  { key: sent.road, value: road },
])}`
  return html`<h2>${sent.left}</h2>
${view}
<h2>${sent.receipt}</h2>
<p>${sent.receiptText}</p>
${body ? '' : html`<p><code class="hash">${inFours(hash)}</code></p>`}`
}

const outcomes = ['recall-arrived', 'recall-answered']

/** Recalled here, and not known yet to have come there; nothing came there when there was nothing to recall. */
const recallWaits = ({ state, happenings }: ReadDisclosure): boolean =>
  state === 'recalled' &&
  !happenings.some(
    ({ kind, words }) =>
      outcomes.includes(kind) || (kind === 'recall-refused' && words?.text === 'no-such-delivery'),
  )

const lastQuestion = (happenings: readonly DisclosureHappening[]): Html => {
  const asked = happenings.findLast(({ kind }) => kind === 'returned')
  return asked?.words ? story(asked.words.text) : html``
}

/** On a page of its own: it cannot be undone. */
export function recallPage(language: Language, { one, typed, errors, key }: SentView): Html {
  const words = t(language)
  const wrong = sentencesOf(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.sent.recall}: ${one.reference}</h1>
<p class="lead">${words.sent.recallWhat(one.facts, one.to?.name ?? '')}</p>
<p>${words.sent.recallText}</p>
${form({
  action: link(language, paths.recall(one.id)),
  content: html`${keyField(key)}
${radios(language, { name: 'because', label: words.sent.recallBecause, value: textOf(typed, 'because'), error: wrong.because, choices: recallReasons.map((value) => ({ value, label: words.because[value] })) })}
${textarea(language, { name: 'words', label: words.sent.recallWords, value: textOf(typed, 'words'), error: wrong.words, rows: 3, maxlength: longestWords })}
${button({ text: words.sent.recallButton, look: 'danger' })}`,
})}`
}

/** Their words are the code of a refusal. */
const notArrived = ['refused', 'reply-refused', 'recall-refused']

function happening(language: Language, { kind, at, by, words: said }: DisclosureHappening): Html {
  const words = t(language)
  return html`<p><strong>${words.events[kind]}</strong> <time class="quiet">${moment(language, at)}</time>${by ? html` <span class="quiet">${by}</span>` : ''}</p>
${notArrived.includes(kind) ? html`<p>${refusedWords(language, said)}</p>` : ''}
${said?.because && kind === 'source-recalled' ? html`<p>${words.because[said.because]}</p>` : ''}
${kind === 'recall-answered' || kind === 'stays-taken' ? html`<p>${takenWords(language, said)}</p>` : ''}
${!notArrived.includes(kind) && said && said.text !== '' ? story(said.text) : ''}`
}

function refusedWords(language: Language, said: EventWords | undefined): string {
  const sentences: Readonly<Record<string, string>> = t(language).refusedBecause
  return sentences[said?.text ?? ''] ?? t(language).refusedBecause.other
}

function takenWords(language: Language, said: EventWords | undefined): string {
  const { takenCounts, kinds } = t(language)
  const taken = said?.taken ?? []
  const names: Readonly<Record<string, string>> = kinds
  return taken.length === 0
    ? takenCounts.none
    : taken.map(({ kind, count }) => takenCounts.one(count, names[kind] ?? kind)).join(', ')
}
