import { attributes, type Html, html } from '#design/html.ts'
import type { HeldPhase } from './method-of.ts'
import { openCards, phaseCards } from './pages-cards.ts'
import { clock } from './pages-clock.ts'
import { liveData, sayOf } from './pages-live.ts'
import { mapOnWall } from './pages-map.ts'
import { hrefOf, type View } from './view.ts'
import { t } from './words.ts'

/** For the wall: read from five metres, and nothing to type. `lens`: one of the map, with its words. */
export function screenPage(view: View, lens: string | undefined): Html {
  const part = `/live?beeld=scherm${lens ? `&bril=${encodeURIComponent(lens)}` : ''}`
  return html`<div id="live" class="screen"${attributes(liveData(view, part))}>
${screenParts(view, lens)}
</div>
<p id="said" class="visually-hidden" role="status"></p>
<p id="lost" class="quiet" hidden></p>
<p><a href="${hrefOf(view)}">${t(view.language).card.back}</a></p>`
}

export function screenParts(view: View, lens: string | undefined): Html {
  const { table, language } = view
  const words = t(language)
  const phase = table.phases[table.phase]
  const running = table.state === 'running' && phase
  const title = running
    ? words.live.step(table.phase + 1, table.phases.length, phase.name[language])
    : words.states[table.state]
  return html`<div id="mark" hidden${attributes({ 'data-revision': table.revision, 'data-place': table.place, 'data-say': sayOf(view) })}></div>
<div id="now" class="live-part"><div class="screen__head"><h1>${title}</h1>
${clock(view)}</div>
${running && table.stage !== 'revealed' ? html`<p class="screen__text">${phase.text[language]}</p>` : ''}
${table.state === 'gathering' ? html`<p class="screen__text">${words.live.code}</p><p class="code-large">${table.code ?? ''}</p>` : ''}
${table.stage === 'writing' ? html`<p class="ready">${words.live.ready(table.ready.count, table.people.length)}</p>` : ''}</div>
<div id="cards" class="live-part"${attributes({ 'data-place': table.place })}>${running && table.stage !== 'writing' ? cardsOnWall(view, phase, lens) : ''}${table.state === 'ended' && table.conclusion?.question ? html`<h2>${words.decide.question}</h2><p class="screen__text">${table.conclusion.question}</p>` : ''}</div>`
}

const cardsOnWall = (view: View, phase: HeldPhase, lens: string | undefined): Html =>
  phase.asks.includes('mark')
    ? mapOnWall(view, openCards(view, phase), lens)
    : html`<h2 class="visually-hidden">${t(view.language).live.earlier}</h2>${phaseCards(view, phase)}`
