import type { AskedKind } from '#capabilities/knowledge/index.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { tag } from '#design/tag/tag.ts'
import { stageOf } from './intervision.ts'
import type { HeldPhase } from './method-of.ts'
import { mapOf } from './pages-map.ts'
import type { Card } from './read-intervision.ts'
import { nameIn, type View } from './view.ts'
import { t } from './words.ts'

/** What lies open in this phase, facts and interpretations apart; nothing of what is still face down. */
export function phaseCards(view: View, phase: HeldPhase): Html {
  const cards = openCards(view, phase)
  const kinds = phase.asks.filter((kind) => kind !== 'mark')
  return html`${phase.asks.includes('mark') ? mapOf(view, cards) : ''}
${kinds.map((kind) => kindCards(view, kind, cards))}`
}

/** What lies open of this phase. */
export const openCards = ({ table }: View, phase: HeldPhase): readonly Card[] =>
  stageOf(phase, table.revealed) === 'writing'
    ? []
    : table.cards.filter((card) => card.phase === phase.id)

function kindCards(view: View, kind: AskedKind, cards: readonly Card[]): Html {
  const words = t(view.language)
  const own = cards.filter(({ content }) => content.kind === kind)
  return html`<h3>${words.kinds[kind].many}</h3>
${own.length === 0 ? html`<p class="quiet">${words.live.none}</p>` : html`<ul class="cards">${own.map((card) => html`<li class="card card--${kind}">${cardContent(view, card)}<p class="card__by">${nameIn(view, card.by)}${view.table.people.includes(card.by) ? '' : html` ${tag(words.live.away)}`}${card.late ? html` ${tag(words.live.late)}` : ''}</p></li>`)}</ul>`}`
}

/** The words of one card with what belongs to its kind. */
export function cardContent({ language, knowledge }: View, { content }: Card): Html {
  const { fields, innocentTag } = t(language)
  switch (content.kind) {
    case 'fact':
      return html`${story(content.text)}<p class="quiet">${[content.moment, fields.origins[content.origin]].filter(Boolean).join(' · ')}</p>`
    case 'explanation':
      return html`${story(content.text)}${content.innocent ? html`<p>${tag(innocentTag)}</p>` : ''}`
    case 'mark': {
      const { domains, lenses } = knowledge.map
      const names = [
        domains.find(({ id }) => id === content.domain)?.name[language],
        lenses.find(({ id }) => id === content.lens)?.name[language],
        fields.effects[content.effect],
      ]
      return html`<p><strong>${names.filter(Boolean).join(' · ')}</strong></p>${story(content.text)}`
    }
    default:
      return story(content.text)
  }
}

/** Earlier phases that were turned or open, each to be opened again; the newest first. */
export function earlierCards(view: View, before: number): Html {
  const { table, language } = view
  const earlier = table.phases
    .slice(0, before)
    .filter((phase) => phase.asks.length > 0 && stageOf(phase, table.revealed) !== 'writing')
  if (earlier.length === 0) return html``
  return html`<h2>${t(language).live.earlier}</h2>
${earlier.reverse().map((phase) => html`<div id="earlier-${phase.id}">${details({ summary: phase.name[language], content: phaseCards(view, phase) })}</div>\n`)}`
}
