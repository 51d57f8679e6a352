import { type Knowledge, type MethodPhase, origin } from '#capabilities/knowledge/index.ts'
import { attributes, type Html, html } from '#design/html.ts'
import { moment } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { View } from './view.ts'
import { t } from './words.ts'

/** Minutes that are counted. No step is planned to take this long: after it, it is said since when. */
const mostCounted = 120

/** Calm: words and a quiet bar, never an alarm. Counted from the start of the step by the server's clock. */
export function clock({ table, language, knowledge }: View): Html {
  const words = t(language).live
  const phase = table.phases[table.phase]
  if (table.state !== 'running' || !phase || table.elapsed === undefined) return html``
  const since = words.clock.since(moment(language, table.phaseSince ?? ''))
  if (table.elapsed >= mostCounted * 60) return html`<div class="clock"><p>${since}</p></div>`
  const done = String(Math.floor(table.elapsed / 60))
  const planned = phase.time?.minutes
  const data = {
    class: 'clock',
    'data-elapsed': table.elapsed,
    'data-planned': planned,
    'data-most': mostCounted,
    'data-since': since,
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
