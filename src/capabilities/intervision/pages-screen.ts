import { attributes, type Html, html } from '#design/html.ts'
import { phaseCards } from './pages-cards.ts'
import { clock } from './pages-clock.ts'
import { liveData, sayOf } from './pages-live.ts'
import { hrefOf, type View } from './view.ts'
import { t } from './words.ts'

/** For the wall: read from five metres, and nothing to type. */
export function screenPage(view: View): Html {
  return html`<div id="live" class="screen"${attributes(liveData(view, '/live?beeld=scherm'))}>
${screenParts(view)}
</div>
<p id="said" class="visually-hidden" role="status"></p>
<p id="lost" class="quiet" hidden></p>
<p><a href="${hrefOf(view)}">${t(view.language).card.back}</a></p>`
}

export function screenParts(view: View): Html {
  const { table, language } = view
  const words = t(language)
  const phase = table.phases[table.phase]
  const running = table.state === 'running' && phase
  const title = running
    ? words.live.step(table.phase + 1, table.phases.length, phase.name[language])
    : words.states[table.state]
  return html`<div id="mark" hidden${attributes({ 'data-revision': table.revision, 'data-place': table.place, 'data-say': sayOf(view) })}></div>
<div id="now" class="live-part"><h1>${title}</h1>
${running ? html`${table.stage === 'revealed' ? '' : html`<p class="screen__text">${phase.text[language]}</p>`}${clock(view)}` : ''}
${table.state === 'gathering' ? html`<p class="screen__text">${words.live.code}</p><p class="code-large">${table.code ?? ''}</p>` : ''}
${table.stage === 'writing' ? html`<p class="ready">${words.live.ready(table.ready.count, table.people.length)}</p>` : ''}</div>
<div id="cards" class="live-part"${attributes({ 'data-place': table.place })}>${running && table.stage !== 'writing' ? html`<h2 class="visually-hidden">${words.live.earlier}</h2>${phaseCards(view, phase)}` : ''}${table.state === 'ended' && table.conclusion?.question ? html`<h2>${words.decide.question}</h2><p class="screen__text">${table.conclusion.question}</p>` : ''}</div>`
}
