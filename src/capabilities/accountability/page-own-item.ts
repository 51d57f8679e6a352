import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { answerClock } from './answer-clock.ts'
import { ownChain } from './own-chain.ts'
import { itemStatesAfter, longestOfItem as longest } from './own-item.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import type { ItemEvent, ItemRead } from './read-own-items.ts'
import { referenceName } from './reference.ts'
import { registerPaths } from './register-paths.ts'
import { t as publicWords } from './words.ts'
import { sentencesOf, t } from './words-register.ts'

export type OwnItemView = ItemRead & {
  readonly parliament: Parliament
  /** of colleagues, by id */
  readonly names: ReadonlyMap<string, string>
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** ISO date */
  readonly today: string
}

/** One item: what it is, its clock, its papers, what happened, and the form to tell how it stands now. */
export function ownItemContent(language: Language, view: OwnItemView): Html {
  const { item } = view
  const words = t(language).item
  const wrong = sentencesOf(language, view.errors)
  const chain = ownChain(language, view.parliament, view)
  return html`${summaryOf(language, wrong)}
<h1>${item.title}</h1>
${item.takenOut ? alert(language, { kind: 'info', content: html`<p>${words.isOut}</p>` }) : ''}
${summaryList(language, facts(language, view))}
${item.takenOut ? '' : html`<p>${buttonLink({ text: words.change, href: link(language, registerPaths.changeItem(item.id)), look: 'secondary' })}</p>`}
${item.kind === 'questions' ? clock(language, view) : ''}
${
  chain.length > 0
    ? html`<h2>${words.chain}</h2>
<p>${words.chainLead}</p>
<ol>${chain.map(({ text, href, dated, as }) => html`<li>${href ? html`<a href="${href}">${text}</a>` : text}${dated ? html`, ${fullDay(language, dated)}` : ''}: ${words.chainAs[as]}</li>\n`)}</ol>`
    : ''
}
${
  item.takenOut
    ? ''
    : html`<h2>${words.tell}</h2>
${tellForm(language, view, wrong)}`
}
<h2>${words.history}</h2>
${history(language, view)}
${item.takenOut ? putBack(language, item) : takeOut(language, view, wrong)}`
}

function facts(language: Language, { item, parliament }: OwnItemView) {
  const { item: words } = t(language)
  const { kinds, states, item: shared } = publicWords(language)
  const known = item.publicItem && parliament.findItem(item.publicItem)
  return [
    { key: words.kind, value: kinds[item.kind] },
    { key: words.state, value: states[item.state] },
    { key: words.says, value: item.says },
    ...(item.by.length > 0 ? [{ key: words.by, value: item.by.join(', ') }] : []),
    {
      key: words.raisedOn,
      value: item.raisedOn ? fullDay(language, item.raisedOn) : words.notKnown,
    },
    {
      key: words.raisedIn,
      value: item.raisedIn ? referenceName(language, item.raisedIn) : words.notKnown,
    },
    ...(item.wantedUntil
      ? [
          {
            key: shared.wanted,
            value: item.wantedWords
              ? shared.wantedRead(item.wantedWords, fullDay(language, item.wantedUntil))
              : fullDay(language, item.wantedUntil),
          },
        ]
      : item.wantedWords
        ? [{ key: shared.wanted, value: item.wantedWords }]
        : []),
    ...(known
      ? [
          {
            key: words.publicItem,
            value: html`<a href="${link(language, paths.item(known.id))}">${known.title[language]}</a>`,
          },
        ]
      : []),
  ]
}

/** The term that written questions have, counted for these. */
function clock(language: Language, { item, events, parliament, today }: OwnItemView): Html {
  const words = publicWords(language).item
  const { answerTerm } = parliament
  const head = html`<h2>${t(language).item.clock}</h2>
<p>${answerTerm.text[language]}</p>`
  if (item.raisedOn === undefined) return html`${head}\n<p>${words.noClock}</p>`
  const answeredOn =
    item.state === 'done'
      ? events.findLast(({ kind, state }) => kind === 'told' && state === 'done')?.happenedOn
      : undefined
  const { laterToldOn } = item
  const asked = { askedOn: item.raisedOn, answeredOn, laterToldOn }
  const { dueOn, tookDays, lateDays, noticeInTime } = answerClock(answerTerm, asked, today)
  const told = laterToldOn === undefined ? '' : fullDay(language, laterToldOn)
  return html`${head}
${summaryList(language, [
  { key: words.due, value: fullDay(language, dueOn) },
  {
    key: words.took,
    value: `${tookDays === undefined ? words.unanswered : words.days(tookDays)}: ${lateDays === 0 ? words.inTime : words.late(lateDays)}`,
  },
  ...(noticeInTime === undefined
    ? []
    : [
        {
          key: words.notice,
          value: noticeInTime ? words.noticeInTime(told) : words.noticeLate(told),
        },
      ]),
])}`
}

function tellForm(
  language: Language,
  { item, typed, key }: OwnItemView,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).item
  const { states } = publicWords(language)
  return form({
    action: link(language, registerPaths.item(item.id)),
    content: html`${keyField(key)}
${radios(language, {
  name: 'state',
  label: words.newState,
  value: textOf(typed, 'state') || item.state,
  error: wrong.state,
  choices: itemStatesAfter(item.state).map((value) => ({ value, label: states[value] })),
})}
${date(language, { name: 'happenedOn', label: words.happenedOn, value: datePartsOf(typed, 'happenedOn'), error: wrong.happenedOn, optional: true })}
${textarea(language, { name: 'says', label: words.whatHappened, value: textOf(typed, 'says'), error: wrong.says, rows: 4, maxlength: longest.says })}
${text(language, { name: 'evidence', label: words.evidence, hint: words.evidenceHint, value: textOf(typed, 'evidence'), error: wrong.evidence, optional: true, maxlength: longest.evidence })}
${button({ text: words.save })}`,
  })
}

/** Put in by mistake: out of every list and letter, with why. */
const takeOut = (
  language: Language,
  { item, typed }: OwnItemView,
  wrong: Readonly<Record<string, string>>,
): Html => {
  const words = t(language).item
  return details({
    summary: words.takeOut,
    open: wrong.why !== undefined,
    content: html`<p>${words.takeOutLead}</p>
${form({
  action: link(language, registerPaths.takeOutItem(item.id)),
  content: html`${textarea(language, { name: 'why', label: words.why, value: textOf(typed, 'why'), error: wrong.why, rows: 3, maxlength: longest.says })}
${button({ text: words.takeOut, look: 'secondary' })}`,
})}`,
  })
}

const putBack = (language: Language, { id }: OwnItemView['item']): Html =>
  form({
    action: link(language, registerPaths.putBackItem(id)),
    content: button({ text: t(language).item.putBack, look: 'secondary' }),
  })

/** Oldest first, with who, when, how it stood, and the place in the paper. */
function history(language: Language, { events, names, parliament }: OwnItemView): Html {
  const words = t(language).item
  const { states } = publicWords(language)
  return timeline(
    events.map((event) => ({
      what: html`${words.events[event.kind]}: ${states[event.state]}`,
      when: `${moment(language, event.happenedAt)}, ${names.get(event.byPerson) ?? words.somebody}`,
      content: html`${event.says ? html`<p>${event.says}</p>` : ''}
${event.happenedOn ? html`<p class="quiet">${fullDay(language, event.happenedOn)}</p>` : ''}
${event.evidence ? html`<p>${words.evidenceWas}: ${evidence(language, parliament, event)}</p>` : ''}
${event.place ? html`<p><a href="${link(language, registerPaths.find(event.place.paperId, event.place.find))}">${words.place}</a></p>` : ''}`,
    })),
  )
}

function evidence(language: Language, { findPaper }: Parliament, { evidence }: ItemEvent): Html {
  if (evidence.startsWith('https://')) {
    return html`<a href="${evidence}" rel="external noreferrer">${evidence}</a>`
  }
  // A letter that this ministry published here.
  if (evidence.startsWith('/'))
    return html`<a href="${link(language, evidence)}">${t(language).item.ownLetter}</a>`
  const known = findPaper(evidence)
  const name = referenceName(language, evidence) ?? evidence
  return known
    ? html`<a href="${link(language, paths.paper(known.id))}">${name}</a>`
    : html`${name}`
}
