import { deliveryStateName } from '#capabilities/sharing/index.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { tag } from '#design/tag/tag.ts'
import { type TimelineItem, timeline } from '#design/timeline/timeline.ts'
import { moment } from '#platform/dates.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import type { AdviceAct } from './advice.ts'
import { actPaths, type PagedAct, paths } from './paths.ts'
import type { AdviceStepRead, ReadAdvice } from './read-advice.ts'
import { t } from './words.ts'

/** One question, on either side: what now, what was asked, and what was said on it. */
export function advicePage(language: Language, read: ReadAdvice): Html {
  const words = t(language)
  const { one } = words
  return html`<h1>${read.topic} ${tag(words.states[read.state])}</h1>
<p class="quiet">${read.side === 'asked' ? one.asked(read.otherName) : one.received(read.otherName)}</p>
<h2>${one.next}</h2>
<p>${words.next[read.side][read.state]}</p>
${read.undelivered ? html`<p>${refusedText(language, read.undelivered)}</p>` : ''}
${acts(language, read)}
<h2>${one.question}</h2>
${facts(language, read)}
<h2>${one.said}</h2>
${read.steps.length === 0 ? html`<p>${one.nothing}</p>` : timeline(read.steps.map((step) => stepItem(language, read, step)))}
${sharePart(language, read)}
<p class="quiet">${one.phone}</p>`
}

/** Only at who asked: what followed it, and the way to begin. Which facts go along is chosen there. */
function sharePart(language: Language, { id, side, steps, shared, reader }: ReadAdvice): Html {
  const words = t(language).share
  if (side !== 'asked' || !steps.some(({ act }) => act === 'answer')) return html``
  const lines = shared.flatMap((one) => (one.side === 'sent' ? [one] : []))
  return html`<h2>${words.heading}</h2>
<p>${words.text}</p>
${
  lines.length === 0
    ? ''
    : html`<ul>${lines.map((line) => html`<li>${line.madeBy === reader ? html`<a href="${link(language, line.path)}">${line.reference}</a>` : line.reference}, ${words.since(moment(language, line.at))} ${tag(deliveryStateName(language, line))}</li>\n`)}</ul>`
}
<p>${buttonLink({ text: words.button, href: link(language, paths.share(id)), look: 'secondary' })}</p>`
}

const refusedText = (language: Language, because: string): string => {
  const { refused } = t(language)
  return because === 'nobody-advises' ? refused['nobody-advises'] : refused.other
}

/** Replying and answering come first; taking up is a button, everything else has a page of its own. */
const order: readonly AdviceAct[] = ['reply', 'answer', 'close', 'add', 'ask-back', 'end']

function acts(language: Language, read: ReadAdvice): Html {
  const words = t(language)
  const paged = order.filter((act) => read.acts.includes(act)) as readonly PagedAct[]
  const shown = read.mine ? paged : []
  const mayTake = read.acts.includes('take') && (!read.mine || read.state === 'ended')
  const holder = read.holderId ? read.names.get(read.holderId) : undefined
  const taking = read.holderId ? words.acts.take.again : words.acts.take.link
  return html`${mayTake && holder && !read.mine ? html`<p>${words.one.notMine(holder)}</p>` : ''}
${
  mayTake
    ? form({
        action: link(language, paths.take(read.id)),
        content: html`${keyField(newId())}${button({ text: taking, look: read.state === 'ended' ? 'secondary' : 'primary' })}`,
      })
    : ''
}
${
  shown.length === 0 || (mayTake && read.mine)
    ? ''
    : buttonGroup(
        ...shown.map((act, index) =>
          buttonLink({
            text: words.acts[act].link,
            href: link(language, `${paths.question(read.id)}/${actPaths[act]}`),
            look: index === 0 ? 'primary' : 'secondary',
          }),
        ),
      )
}`
}

function facts(language: Language, read: ReadAdvice): Html {
  const { one } = t(language)
  const name = (id: string | undefined) => (id ? read.names.get(id) : undefined)
  return summaryList(language, [
    { key: one.situation, value: story(read.words.situation) },
    { key: one.asks, value: story(read.words.asks) },
    { key: one.reference, value: read.code },
    { key: one.askedAt, value: moment(language, read.askedAt) },
    ...(read.side === 'asked' ? [{ key: one.askedBy, value: name(read.askedBy) }] : []),
    ...(read.side === 'received'
      ? [{ key: one.holder, value: name(read.holderId) ?? t(language).list.withNobody }]
      : []),
    ...(read.caseId
      ? [
          {
            key: one.case,
            value: html`<a href="${link(language, paths.case(read.caseId))}">${one.caseName}</a> ${one.caseKept}`,
          },
        ]
      : []),
  ])
}

function stepItem(language: Language, read: ReadAdvice, step: AdviceStepRead): TimelineItem {
  const { one, happened } = t(language)
  const who = step.by ? (read.names.get(step.by) ?? '') : read.otherName
  return {
    what: happened[step.act],
    when: html`${moment(language, step.at)}${who ? html`, ${one.by(who)}` : ''}`,
    content: html`${step.undelivered ? html`<p>${tag(one.undelivered)}</p>` : ''}
${step.words.text ? story(step.words.text) : ''}
${step.words.own ? html`<p>${one.stays}</p>${story(step.words.own)}` : ''}`,
  }
}
