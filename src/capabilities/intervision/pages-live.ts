import { type Knowledge, type MethodPhase, origin } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { tag } from '#design/tag/tag.ts'
import { type Language, link } from '#platform/language.ts'
import { competes, type Move, possibleMoves } from './intervision.ts'
import { nameOfMethod } from './method-of.ts'
import { endedPart } from './pages-after.ts'
import { earlierCards, phaseCards } from './pages-cards.ts'
import { writing, writingErrors } from './pages-write.ts'
import { type Again, fresh, hrefOf, nameIn, type View } from './view.ts'
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
${part('cards', table.state === 'ended' ? endedPart(view) : cards(view))}`
}

/** Beside the table, or below it on a phone; brought up to date with the rest. */
export const livePartAside = (view: View): Html =>
  html`<div id="round" class="live-part live-part--aside">${round(view)}</div>`

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

/** Where the table stands: the step, the clock, and what the facilitator can do. */
function now(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  const phase = table.phases[table.phase]
  if (table.state === 'ended') return html``
  if (table.state === 'gathering' || !phase) {
    return html`<h2>${words.gathering.title}</h2>
<p>${table.isFacilitator ? words.gathering.text : words.gathering.wait}</p>
${table.code && table.isFacilitator ? html`<p class="code-large">${table.code}</p>` : ''}
${controls(view)}`
  }
  return html`<h2>${words.step(table.phase + 1, table.phases.length, phase.name[language])}</h2>
<p>${phase.text[language]}</p>
<p class="quiet">${words.whoSpeaks}: ${phase.whoSpeaks[language]} ${table.inbrengerId === table.me ? words.inbrenger[phase.inbrenger] : ''}</p>
${clock(view)}
${table.stage === 'writing' ? html`<p><strong>${words.silent}</strong></p>\n<p class="ready">${words.ready(table.ready.count, table.people.length)}</p>${readyForm(view, phase.id)}` : ''}
${controls(view)}`
}

/** Calm: words and a quiet bar, never an alarm. Counted from the start of the step by the server's clock. */
export function clock({ table, language, knowledge }: View): Html {
  const words = t(language).live
  const phase = table.phases[table.phase]
  if (table.state !== 'running' || !phase || table.elapsed === undefined) return html``
  const done = String(Math.floor(table.elapsed / 60))
  const planned = phase.time?.minutes
  const data = {
    class: 'clock',
    'data-elapsed': table.elapsed,
    'data-planned': planned,
    'data-of': planned ? words.clock.of('#', planned) : words.clock.open('#'),
    'data-over': planned ? words.clock.over('#', planned) : words.clock.open('#'),
  }
  const over = planned !== undefined && table.elapsed >= planned * 60
  const said = (over ? data['data-over'] : data['data-of']).replace('#', done)
  return html`<div${attributes(data)}><p class="clock__text">${said}</p>
${planned ? html`<progress class="clock__bar" max="${planned * 60}" value="${Math.min(table.elapsed, planned * 60)}" aria-label="${words.clock.label}"></progress>` : ''}
<p class="quiet">${minutesFrom(knowledge, language, phase.time)}</p></div>`
}

/** Whose minutes these are, in a sentence. */
function minutesFrom(knowledge: Knowledge, language: Language, time: MethodPhase['time']): Html {
  const words = t(language).live
  if (!time) return html`${words.noMinutes}`
  const ours = time.mark === 'own' && time.sources.length === 0
  return ours ? html`${words.ownMinutes}` : origin(knowledge, language, time)
}

const readyForm = (view: View, phase: string): Html => {
  const { table, language } = view
  const words = t(language).live
  return form({
    action: hrefOf(view, '/klaar'),
    content: html`<input type="hidden" name="phase" value="${phase}"><input type="hidden" name="ready" value="${table.ready.mine ? 'no' : 'yes'}">
${button({ text: table.ready.mine ? words.notReady : words.iAmReady, look: 'secondary' })}`,
  })
}

/** One next step, in one button; back only after opening it. */
function controls(view: View): Html {
  const { table, language } = view
  if (!table.isFacilitator) return html``
  const words = t(language).live
  const possible = possibleMoves(
    { state: table.state, phase: table.phase, revealed: table.revealed },
    table.phases,
  )
  const [first] = possible.filter((act) => act !== 'back')
  const lacking = first === 'next' && lacksExplanations(view)
  return html`<div class="controls">${first && first !== 'end' ? html`${lacking ? notYet(view) : ''}${moveForm(view, first, lacking ? 'secondary' : 'primary')}${first === 'reveal' ? html`<p class="quiet">${words.revealHint}</p>` : ''}` : ''}
${first === 'end' ? buttonLink({ text: decideTitle(view), href: hrefOf(view, '/besluit') }) : ''}
${possible.includes('back') ? details({ summary: words.backSummary, content: html`<p>${words.backText}</p>${moveForm(view, 'back', 'secondary')}` }) : ''}</div>`
}

export const decideTitle = ({ table, language, knowledge }: View): string => {
  const { title, yieldTitle } = t(language).decide
  return knowledge.findMethod(table.method)?.ends === 'decision' ? title : yieldTitle
}

function lacksExplanations({ table }: View): boolean {
  if (!table.phases[table.phase + 1]?.needs) return false
  const laid = table.cards.flatMap(({ content }) =>
    content.kind === 'explanation' ? [content] : [],
  )
  return !competes({
    all: laid.length,
    innocent: laid.filter(({ innocent }) => innocent).length,
  })
}

/** Why the next step cannot begin, said before somebody tries. */
function notYet({ language }: View): Html {
  const words = t(language).live
  return alert(language, { kind: 'info', title: words.needsTitle, content: words.needs })
}

const moveForm = (view: View, act: Move, look: 'primary' | 'secondary'): Html =>
  form({
    action: hrefOf(view, '/verder'),
    content: html`<input type="hidden" name="act" value="${act}"><input type="hidden" name="from" value="${view.table.place}">
${button({ text: t(view.language).live.moves[act as Exclude<Move, 'end'>], look })}`,
  })

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

function round(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  const name = (id: string) => {
    const parts = [
      id === table.facilitatorId ? words.facilitator : '',
      id === table.inbrengerId ? words.brings : '',
      id === table.me ? words.you : '',
    ].filter(Boolean)
    return html`<li>${nameIn(view, id)}${parts.map((part) => html` ${tag(part)}`)}</li>`
  }
  const running = table.state !== 'ended'
  return html`<h2>${words.people}</h2>
<ul>${table.people.map(name)}</ul>
${table.code && !(table.state === 'gathering' && table.isFacilitator) ? html`<p>${words.code}: <strong class="code">${table.code}</strong></p>` : ''}
${running && table.isFacilitator ? inbrengerForm(view) : ''}
<p><a href="${hrefOf(view)}">${words.refresh}</a></p>
${running ? html`<p><a href="${hrefOf(view, '/scherm')}">${words.screen}</a></p>` : ''}
<p><a href="${link(language, `/intervisie/methoden/${table.method}`)}">${words.method}</a></p>
${running && !table.isFacilitator ? takeOverPart(view) : ''}
${running && table.isFacilitator ? stopPart(view) : ''}`
}

const inbrengerForm = (view: View): Html => {
  const { table, language } = view
  const words = t(language).live
  return details({
    summary: words.inbrengerForm,
    content: form({
      action: hrefOf(view, '/inbrenger'),
      content: html`${select(language, {
        name: 'person',
        label: words.inbrengerForm,
        hint: words.inbrengerHint,
        value: table.inbrengerId ?? '',
        filled: true,
        choices: [
          { value: '', label: words.nobody },
          ...table.people.map((id) => ({ value: id, label: nameIn(view, id) })),
        ],
      })}${button({ text: words.appoint, look: 'secondary' })}`,
    }),
  })
}

const takeOverPart = (view: View): Html => {
  const words = t(view.language).live
  return details({
    summary: words.takeOver,
    content: html`<p>${words.takeOverText}</p>
${form({
  action: hrefOf(view, '/overnemen'),
  content: html`<input type="hidden" name="from" value="${view.table.facilitatorId}">${button({ text: words.takeOverButton, look: 'secondary' })}`,
})}`,
  })
}

const stopPart = (view: View): Html => {
  const words = t(view.language).live
  return details({
    summary: words.stop,
    content: html`<p>${words.stopText}</p>
${form({
  action: hrefOf(view, '/stoppen'),
  content: html`<input type="hidden" name="from" value="${view.table.place}">${button({ text: words.stop, look: 'danger' })}`,
})}`,
  })
}
