import { origin } from '#capabilities/knowledge/index.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { type Effect, effects } from './contribution.ts'
import type { Card } from './read-intervision.ts'
import { nameIn, type View } from './view.ts'
import { t } from './words.ts'

type Mark = Card & { readonly content: { readonly kind: 'mark' } }

const isMark = (card: Card): card is Mark => card.content.kind === 'mark'

/**
 * The map as a picture and as a table. Signs differ in form and in their word, never in colour; each is
 * one person's, and several may differ in one cell. Every lens gets the same room.
 */
export function mapOf(view: View, cards: readonly Card[]): Html {
  const words = t(view.language).map
  const marks = cards.filter(isMark)
  const { lenses } = view.knowledge.map
  const protection = lenses.find(({ id }) => id === 'resilience')
  const noProtection =
    protection && marks.length > 0 && !marks.some(({ content }) => content.lens === protection.id)
  return html`<h3>${words.title}</h3>
${marks.length === 0 ? html`<p>${words.empty}</p>` : ''}
${picture(view, marks)}
${noProtection ? html`<p><strong>${words.noProtection(protection.name[view.language])}</strong></p>` : ''}
${marks.length > 0 ? asTable(view, marks) : ''}`
}

export const sign = (view: Pick<View, 'language'>, effect: Effect): Html =>
  html`<span class="map-sign map-sign--${effect}">${t(view.language).paper.sign[effect]}</span>`

function picture(view: View, marks: readonly Mark[]): Html {
  const { language, knowledge } = view
  const { domains, lenses } = knowledge.map
  const words = t(language)
  const at = (domain: string, lens: string) =>
    marks.filter(({ content }) => content.domain === domain && content.lens === lens)
  return html`<div class="map">
<p class="map__legend">${effects.map((effect) => html`<span>${sign(view, effect)} ${words.fields.effects[effect]}</span> `)}</p>
<div class="map__grid" role="img" aria-label="${words.map.description(marks.length)}">
<div class="map__row map__row--head"><span></span>${lenses.map(({ name }) => html`<span>${name[language]}</span>`)}</div>
${domains.map(
  (
    domain,
  ) => html`<div class="map__row"><span class="map__domain">${domain.name[language]}</span>${lenses.map(
    (lens) =>
      html`<span class="map__cell"><span class="map__lens">${lens.name[language]}</span><span class="map__signs">${at(domain.id, lens.id).map(({ content }) => sign(view, content.effect))}</span></span>`,
  )}</div>
`,
)}</div>
</div>`
}

function asTable(view: View, marks: readonly Mark[]): Html {
  const { language, knowledge } = view
  const { domains, lenses } = knowledge.map
  const words = t(language)
  const { columns } = words.map
  const nameOf = (list: typeof domains, id: string) =>
    list.find((one) => one.id === id)?.name[language] ?? id
  const placed = domains.flatMap((domain) =>
    lenses.flatMap((lens) =>
      marks.filter(({ content }) => content.domain === domain.id && content.lens === lens.id),
    ),
  )
  return table({
    caption: words.map.table,
    columns: [
      { heading: columns.domain },
      { heading: columns.lens },
      { heading: columns.effect },
      { heading: columns.why },
      { heading: columns.who },
    ],
    rows: placed.map(({ content, by, late }) => [
      nameOf(domains, content.domain),
      nameOf(lenses, content.lens),
      html`${sign(view, content.effect)} ${words.fields.effects[content.effect]}`,
      content.text,
      html`${nameIn(view, by)}${late ? html` (${words.live.late})` : ''}`,
    ]),
  })
}

/** What one might think of, per cell: ours, and said so. */
export function mapExamples({ language, knowledge }: Pick<View, 'language' | 'knowledge'>): Html {
  const { domains, lenses, examples } = knowledge.map
  const words = t(language).map
  const [first] = examples
  return details({
    summary: words.examples,
    content: html`<p>${words.examplesOwn} ${first ? origin(knowledge, language, first) : ''}</p>
${domains.map(
  (domain) => html`<h4>${domain.name[language]}</h4>
<ul>${lenses.map((lens) => {
    const texts = examples.filter((one) => one.domain === domain.id && one.lens === lens.id)
    return html`<li><strong>${lens.name[language]}</strong>: ${texts.map(({ text }) => text[language]).join('; ')}</li>`
  })}</ul>`,
)}`,
  })
}
