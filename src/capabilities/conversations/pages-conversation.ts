import { editionName, type Knowledge } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { story } from '#design/story/story.ts'
import { type SummaryRow, summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay, moment, nearDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Account } from './account.ts'
import { besides, type ConversationState, type Passage, stands } from './conversation.ts'
import { type Below, belowPath, languageName, type Names, nameOf, ownWords } from './page-parts.ts'
import type { Preparation } from './preparation.ts'
import { latest, type ReadConversation, type Written } from './read-conversation.ts'
import { t } from './words.ts'

export function conversationPage(
  language: Language,
  knowledge: Knowledge,
  one: ReadConversation,
  names: Names,
): Html {
  const words = t(language).conversation
  const held = one.accounts.length > 0
  const preparation = preparationOf(language, knowledge, one, names)
  return html`<h1>${words.title} ${tag(t(language).states[one.state])}</h1>
${one.caseOpen ? '' : alert(language, { kind: 'info', content: words.closedCase })}
${one.caseOpen && !one.mayCarry ? html`<p class="quiet">${words.onlyRead}</p>` : ''}
${held ? html`${said(language, one, names)}${accountOf(language, one, names)}` : ''}
${held ? details({ summary: words.preparation, content: preparation }) : html`<h2>${words.preparation}</h2>\n${preparation}`}
<h2>${words.happenings}</h2>
${timeline(
  one.happenings.map(({ kind, at, by, words: more }) => ({
    what: words.happened[kind](nameOf(language, names, by)),
    when: moment(language, at),
    content: more && story(kind === 'shown' ? words.presentAtReading(more) : more),
  })),
)}`
}

/** What can be done now, the usual next one first and largest. */
const nexts: Readonly<Record<ConversationState, readonly Below[]>> = {
  prepared: ['hold', 'sheet', 'edit', 'call-off'],
  held: ['show', 'add', 'edit-account', 'close'],
  shown: ['close', 'show', 'add', 'edit-account'],
  closed: [],
  'called-off': [],
}

export function conversationAside(language: Language, one: ReadConversation): Html | undefined {
  const words = t(language).conversation
  const [first, ...rest] = nexts[one.state]
  if (!first || !one.mayCarry || !one.caseOpen) return undefined
  const href = (page: Below) => link(language, belowPath(one, page))
  return html`<h2>${words.next}</h2>
<p>${buttonLink({ text: words.acts[first as keyof typeof words.acts], href: href(first) })}</p>
${linkList(rest.map((page) => ({ text: words.acts[page], href: href(page) })))}`
}

function said(language: Language, one: ReadConversation, names: Names): Html {
  const words = t(language).conversation
  const { spoken } = latest(one.accounts).content
  const of = (...kinds: Passage['kind'][]) =>
    one.passages.filter(({ kind }) => kinds.includes(kind))
  const own = of('quote', 'addition')
  const thoughts = of('interpretation')
  const agreements = of('agreement', 'next-contact')
  const summaries = of('summary')
  const current = summaries.filter((each) => stands(each, one.passages))
  const earlier = summaries.filter((each) => !stands(each, one.passages))
  const beside = (passage: Passage) => besideOf(language, one, passage, spoken, names)
  return html`<h2>${words.ownWords}</h2>
<p class="quiet">${own.length === 0 ? words.noOwnWords : words.ownWordsHint}</p>
${own.map(
  (
    each,
  ) => html`<div class="passage"><p class="quiet">${each.kind === 'quote' ? words.quoteBy : words.additionBy}:</p>
${ownWords(each.text, spoken)}${beside(each)}</div>
`,
)}
<h2>${words.summary}</h2>
${current.map((each) => html`<div class="passage">${story(each.text)}${beside(each)}</div>\n`)}
${
  earlier.length > 0
    ? details({
        summary: words.earlier(earlier.length),
        content: html`${earlier.map(
          (each) =>
            html`<div class="passage"><p class="quiet">${words.earlierBy(nameOf(language, names, each.writtenBy), moment(language, each.writtenAt))}</p>${story(each.text)}${beside(each)}</div>`,
        )}`,
      })
    : ''
}
<h2>${words.agreements}</h2>
${agreements.length === 0 ? html`<p>${words.noAgreements}</p>` : ''}
${agreements.map(
  (
    each,
  ) => html`<div class="passage">${each.kind === 'next-contact' ? html`<p class="quiet">${words.nextContact}:</p>` : ''}${story(each.text)}${each.dueOn ? html`<p class="quiet">${words.due(nearDay(language, each.dueOn))}</p>` : ''}${beside(each)}</div>
`,
)}
${
  thoughts.length > 0
    ? html`<h2>${words.interpretations}</h2>
<p class="quiet">${words.interpretationsHint}</p>
${thoughts.map(
  (
    each,
  ) => html`<div class="passage passage--thought"><p class="quiet">${nameOf(language, names, each.writtenBy)}:</p>${story(each.text)}
<p class="quiet">${words.innocentAlso}:</p>${each.innocent.map(story)}${beside(each)}</div>
`,
)}`
    : ''
}`
}

/** What the young person and the listener put beside a passage. */
function besideOf(
  language: Language,
  { passages }: ReadConversation,
  passage: Passage,
  spoken: string,
  names: Names,
): Html {
  const words = t(language).conversation
  const corrections = besides(passages, passage, 'correction')
  const remarks = besides(passages, passage, 'remark')
  return html`${corrections.map(
    ({ text }) =>
      html`<div class="passage__beside"><p class="quiet">${words.correctionBy}:</p>${ownWords(text, spoken)}</div>`,
  )}${remarks.map(
    ({ text, writtenBy }) =>
      html`<div class="passage__beside"><p class="quiet">${words.remarkBy(nameOf(language, names, writtenBy))}:</p>${story(text)}</div>`,
  )}`
}

function accountOf(language: Language, one: ReadConversation, names: Names): Html {
  const words = t(language)
  const rows = (account: Account): SummaryRow[] => [
    { key: words.keys.held, value: fullDay(language, account.heldOn) },
    { key: words.keys.holder, value: nameOf(language, names, one.holderId) },
    { key: words.keys.present, value: story(account.present) },
    { key: words.keys.secrecy, value: words.hold.secrecyAnswers[account.secrecy] },
    { key: words.keys.secrecyWords, value: story(account.secrecyWords) },
    { key: words.keys.told, value: story(account.told) },
    { key: words.keys.spoken, value: languageName(language, account.spoken) },
  ]
  return html`<h2>${words.conversation.account}</h2>
${summaryList(language, rows(latest(one.accounts).content))}
${earlierOf(language, one.accounts, names, (account) => summaryList(language, rows(account)))}`
}

function preparationOf(
  language: Language,
  knowledge: Knowledge,
  one: ReadConversation,
  names: Names,
): Html {
  const words = t(language)
  const rows = (of: Preparation): SummaryRow[] => [
    ...(one.calledOffBecause
      ? [{ key: words.keys.calledOff, value: words.callOff.reasons[one.calledOffBecause] }]
      : []),
    { key: words.keys.goal, value: story(of.goal) },
    { key: words.keys.holder, value: nameOf(language, names, of.holderId) },
    { key: words.keys.company, value: of.company },
    {
      key: words.keys.planned,
      value: [of.plannedOn && fullDay(language, of.plannedOn), of.moment]
        .filter(Boolean)
        .join(', '),
    },
    { key: words.keys.place, value: of.place },
    { key: words.keys.othersKnow, value: of.othersKnow && story(of.othersKnow) },
    { key: words.keys.police, value: words.prepare.policeAnswers[of.police] },
    { key: words.keys.advice, value: words.prepare.adviceAnswers[of.advice] },
    { key: words.keys.adviceWords, value: of.adviceWords && story(of.adviceWords) },
    { key: words.keys.notToAsk, value: of.notToAsk && story(of.notToAsk) },
    { key: words.keys.understanding, value: of.understanding },
    {
      key: words.keys.questions,
      value: listed(of.questions.map(({ text }) => text[language])),
    },
    { key: words.keys.ownQuestions, value: listed(of.ownQuestions) },
    {
      key: words.keys.edition,
      value: editionName(language, knowledge.conversationGuide.edition, of.edition),
    },
  ]
  return html`${summaryList(language, rows(latest(one.preparations).content))}
${earlierOf(language, one.preparations, names, (of) => summaryList(language, rows(of)))}`
}

const listed = (lines: readonly string[]): Html | undefined =>
  lines.length === 0 ? undefined : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`

/** What stood there before stays to be read. */
function earlierOf<T>(
  language: Language,
  versions: readonly Written<T>[],
  names: Names,
  shown: (content: T) => Html,
): Html {
  const words = t(language).conversation
  const earlier = versions.slice(0, -1)
  if (earlier.length === 0) return html``
  return details({
    summary: words.earlier(earlier.length),
    content: html`${earlier.map(
      ({ by, at, content }) =>
        html`<p class="quiet">${words.earlierBy(nameOf(language, names, by), moment(language, at))}</p>${shown(content)}`,
    )}`,
  })
}
