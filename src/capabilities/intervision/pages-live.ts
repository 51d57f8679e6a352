import { buttonLink } from '#design/button/button.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { link } from '#platform/language.ts'
import { nameOfMethod } from './method-of.ts'
import { endedPart } from './pages-after.ts'
import { earlierCards, phaseCards } from './pages-cards.ts'
import { clock } from './pages-clock.ts'
import { joinByLink } from './pages-round.ts'
import { steering } from './pages-steer.ts'
import { writing, writingErrors } from './pages-write.ts'
import { type Again, fresh, hrefOf, type View } from './view.ts'
import { t } from './words.ts'

/** The whole page of a table, in parts that can each be brought up to date without the others. */
export function livePage(view: View, again: Again = fresh): Html {
  const { table, language } = view
  return html`${writingErrors(view, again)}
<h1>${table.topic ?? nameOfMethod(view.knowledge, table.method)[language]}</h1>
${caseLine(view)}
<div id="live"${attributes(liveData(view, '/live'))}>
${liveParts(view, again)}
</div>
<p id="said" class="visually-hidden" role="status"></p>
<p id="lost" class="quiet" hidden></p>`
}

/** What the browser module needs to follow the table; nothing any more once it has ended. */
export const liveData = (view: View, part: string) => {
  const { table, language } = view
  const words = t(language).live
  return {
    'data-stream': table.state === 'ended' ? undefined : hrefOf(view, '/stroom'),
    'data-part': hrefOf(view, part),
    'data-lost': words.lost,
    'data-signed-out': words.signedOut,
    'data-moved': words.moved,
    'data-go-on': words.goOn,
    'data-kept': words.kept,
  }
}

/** The parts as the server has them now; `data-place` tells which step a part belongs to. */
export function liveParts(view: View, again: Again = fresh): Html {
  const { table } = view
  const part = (id: string, content: Html) =>
    html`<div${attributes({ id, class: 'live-part', 'data-place': table.place })}>${content}</div>\n`
  return html`<div id="mark" hidden${attributes({ 'data-revision': table.revision, 'data-place': table.place, 'data-say': sayOf(view) })}></div>
${part('now', now(view))}
${part('write', writing(view, again))}
${part('steer', steering(view))}
${part('cards', table.state === 'ended' ? endedPart(view) : cards(view))}`
}

/** What a screen reader hears when something changed. */
export const sayOf = (view: View): string => {
  const { table, language } = view
  const words = t(language)
  const phase = table.phases[table.phase]
  if (table.state !== 'running' || !phase) return words.states[table.state]
  const step = words.live.step(table.phase + 1, table.phases.length, phase.name[language])
  // A number at every click would talk through the silence: it is said once everybody is ready.
  const allReady = table.ready.count === table.people.length
  if (table.stage === 'writing' && allReady) {
    return `${step}. ${words.live.ready(table.ready.count, table.people.length)}`
  }
  return table.stage === 'revealed' ? `${step}. ${words.live.turned}` : step
}

const caseLine = ({ caseCode, table, language }: View): Html =>
  caseCode && table.caseId
    ? html`<p class="quiet">${t(language).live.caseCode}: <a href="${link(language, `/casussen/${table.caseId}`)}">${caseCode}</a></p>`
    : html``

/** Where the table stands: the step and its clock, and how to join while people gather. */
function now(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  const phase = table.phases[table.phase]
  if (table.state === 'ended') return html``
  if (table.onPaper) return fromPaper(view)
  if (table.state === 'gathering' || !phase) {
    return html`<h2>${words.gathering.title}</h2>
<p>${table.isFacilitator ? words.gathering.text : words.gathering.wait}</p>
${
  table.code && table.isFacilitator
    ? html`<p class="code-large">${table.code}</p>
${joinByLink(view)}`
    : ''
}
${lookAgain(view)}`
  }
  return html`<h2>${words.step(table.phase + 1, table.phases.length, phase.name[language])}</h2>
<p>${phase.text[language]}</p>
<p class="quiet">${words.whoSpeaks}: ${phase.whoSpeaks[language]} ${table.inbrengerId === table.me ? words.inbrenger[phase.inbrenger] : ''}</p>
${clock(view)}
${table.stage === 'writing' ? html`<p><strong>${words.silent}</strong></p>` : ''}${table.stage === 'revealed' ? lookAgain(view) : ''}`
}

/** Without scripts, where people wait for what others do. Where they write, the form has its own way. */
const lookAgain = (view: View): Html =>
  html`<p class="look-again"><a href="${hrefOf(view)}">${t(view.language).live.refresh}</a></p>`

/** Nobody joins and nothing is turned: what stands on the sheet is typed in. */
function fromPaper(view: View): Html {
  const { paper } = t(view.language)
  return html`<h2>${paper.openTitle}</h2>
<p>${paper.openText}</p>
<p>${buttonLink({ text: paper.title, href: hrefOf(view, '/van-papier') })}</p>`
}

function cards(view: View): Html {
  const { table, language } = view
  const phase = table.phases[table.phase]
  if (table.state !== 'running' || !phase) return html``
  const words = t(language).live
  const here =
    table.stage === 'writing'
      ? html`<p class="quiet">${words.hidden}</p>`
      : html`${phase.asks.length > 0 ? html`<h2>${phase.name[language]}</h2>` : ''}${phaseCards(view, phase)}`
  return html`${here}${earlierCards(view, table.phase)}`
}
