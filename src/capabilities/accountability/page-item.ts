import {
  editionLine,
  type Knowledge,
  knowledgeNavigation,
  origin,
  sourceList,
} from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { answerClock } from './answer-clock.ts'
import { paperLine } from './paper-line.ts'
import { chainOf, type Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import { doneOn, type RegisterItem, stateOf } from './register-item.ts'
import { t } from './words.ts'

type View = {
  readonly knowledge: Knowledge
  readonly parliament: Parliament
  readonly item: RegisterItem
  /** ISO date */
  readonly today: string
}

/** One item: what was asked, where it stands, what is not known, what happened, and every paper about it. */
export function itemPage(language: Language, view: View): PageParts {
  const { knowledge, parliament, item } = view
  const { item: words, items, links } = t(language)
  const chain = chainOf(parliament, item)
  return {
    title: item.title[language],
    breadcrumbs: [
      knowledgeNavigation(language),
      { text: items.title, href: link(language, paths.items) },
    ],
    content: html`<h1>${item.title[language]}</h1>
${summaryList(language, facts(language, view))}
${gaps(language, item)}
<h2>${words.says}</h2>
<p>${item.says[language]}</p>
<p class="quiet">${words.ownWords}</p>
${item.kind === 'questions' ? clock(language, view) : ''}
<h2>${words.steps}</h2>
${steps(language, view)}
${
  chain.length > 0
    ? html`<h2>${words.chain}</h2>
<p>${words.chainLead}</p>
<ol>${chain.map(({ paper, as }) => html`<li>${paperLine(language, paper)}: ${links[as]}</li>\n`)}</ol>`
    : ''
}
<h2>${words.sources}</h2>
${sourceList(knowledge, language, item.sources)}
${editionLine(language, parliament.edition)}`,
  }
}

function facts(language: Language, { parliament, item }: View) {
  const { item: words, items, kinds, states } = t(language)
  const paper = item.raisedIn === null ? undefined : parliament.findPaper(item.raisedIn)
  const { wanted } = item
  return [
    { key: items.kind, value: kinds[item.kind] },
    ...(item.by.length > 0 ? [{ key: words.by, value: item.by.join(', ') }] : []),
    {
      key: words.raisedOn,
      value: item.raisedOn === null ? words.notFound : fullDay(language, item.raisedOn),
    },
    { key: words.raisedIn, value: paper ? paperLine(language, paper) : words.notFound },
    { key: words.state, value: states[stateOf(item)] },
    ...(wanted
      ? [
          {
            key: words.wanted,
            value: words.wantedRead(wanted.words[language], fullDay(language, wanted.until)),
          },
        ]
      : []),
  ]
}

function gaps(language: Language, { gaps }: RegisterItem): Html {
  if (gaps.length === 0) return html``
  return alert(language, {
    kind: 'info',
    title: t(language).item.gaps,
    content: html`<ul>${gaps.map((gap) => html`<li>${gap[language]}</li>\n`)}</ul>`,
  })
}

/** The term that written questions have, counted for these; what is not known is said. */
function clock(language: Language, { knowledge, parliament, item, today }: View): Html {
  const words = t(language).item
  const { answerTerm } = parliament
  const rule = html`<p>${answerTerm.text[language]} ${origin(knowledge, language, answerTerm)}</p>`
  if (item.raisedOn === null) {
    return html`<h2>${words.clock}</h2>
${rule}
<p>${words.noClock}</p>`
  }
  const { laterToldOn } = item
  const asked = { askedOn: item.raisedOn, answeredOn: doneOn(item), laterToldOn }
  const { dueOn, tookDays, lateDays, noticeInTime } = answerClock(answerTerm, asked, today)
  const standing = lateDays === 0 ? words.inTime : words.late(lateDays)
  const told = laterToldOn === undefined ? '' : fullDay(language, laterToldOn)
  const notice = noticeInTime ? words.noticeInTime(told) : words.noticeLate(told)
  return html`<h2>${words.clock}</h2>
${rule}
${summaryList(language, [
  { key: words.due, value: fullDay(language, dueOn) },
  {
    key: words.took,
    value: html`${tookDays === undefined ? words.unanswered : words.days(tookDays)}: ${standing}`,
  },
  { key: words.notice, value: noticeInTime === undefined ? words.noNotice : notice },
])}`
}

function steps(language: Language, { parliament, item }: View): Html {
  const { item: words, states } = t(language)
  if (item.steps.length === 0) return html`<p>${words.noSteps}</p>`
  return timeline(
    item.steps.map(({ date, paper, state, text }) => {
      const found = parliament.findPaper(paper)
      return {
        what: states[state],
        when: fullDay(language, date),
        content: html`<p>${text[language]}</p>
${found ? html`<p>${paperLine(language, found)}</p>` : ''}`,
      }
    }),
  )
}
