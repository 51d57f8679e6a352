import { origin } from '#capabilities/knowledge/index.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { table } from '#design/table/table.ts'
import { tabs } from '#design/tabs/tabs.ts'
import { type Effect, effects } from './contribution.ts'
import type { Card } from './read-intervision.ts'
import { hrefOf, nameIn, type View } from './view.ts'
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
  return html`<h3>${words.title}</h3>
${marks.length === 0 ? html`<p>${words.empty}</p>` : ''}
${picture(view, marks, words.description(marks.length))}
${noProtection(view, marks)}
${marks.length > 0 ? asTable(view, marks) : ''}`
}

/** When only burdens were looked for, that is said, and nothing more. */
function noProtection({ language, knowledge }: View, marks: readonly Mark[]): Html {
  const protection = knowledge.map.lenses.find(({ id }) => id === 'resilience')
  if (!protection || marks.length === 0) return html``
  if (marks.some(({ content }) => content.lens === protection.id)) return html``
  return html`<p><strong>${t(language).map.noProtection(protection.name[language])}</strong></p>`
}

/**
 * The map on the wall. All of it at once says where something was seen; the words of one lens fill the
 * screen by themselves, and a lens is chosen by whoever stands there.
 */
export function mapOnWall(view: View, cards: readonly Card[], lensId: string | undefined): Html {
  const { language, knowledge } = view
  const words = t(language).map
  const marks = cards.filter(isMark)
  const { lenses } = knowledge.map
  const lens = lenses.find(({ id }) => id === lensId)
  const tab = (text: string, id?: string) => ({
    text,
    href: hrefOf(view, id ? `/scherm?bril=${id}` : '/scherm'),
    current: lens?.id === id,
  })
  return html`${tabs(words.lenses, [tab(words.whole), ...lenses.map(({ id, name }) => tab(name[language], id))])}
${
  lens
    ? html`<h2>${lens.name[language]}</h2>
${oneLens(view, marks, lens.id)}`
    : html`<h2 class="visually-hidden">${words.title}</h2>
${picture(view, marks, words.onWall(marks.length))}
${noProtection(view, marks)}`
}`
}

function oneLens(view: View, marks: readonly Mark[], lens: string): Html {
  const { language, knowledge } = view
  const words = t(language)
  return html`<div class="lens">${knowledge.map.domains.map((domain) => {
    const here = marks.filter(
      ({ content }) => content.lens === lens && content.domain === domain.id,
    )
    return html`<section class="lens__domain"><h3>${domain.name[language]}</h3>
${here.length === 0 ? html`<p class="quiet">${words.live.none}</p>` : html`<ul>${here.map(({ content, by }) => html`<li>${sign(view, content.effect)} <span class="visually-hidden">${words.fields.effects[content.effect]}:</span> ${content.text} <span class="quiet">${nameIn(view, by)}</span></li>`)}</ul>`}
</section>
`
  })}</div>`
}

export const sign = (view: Pick<View, 'language'>, effect: Effect): Html =>
  html`<span class="map-sign map-sign--${effect}">${t(view.language).paper.sign[effect]}</span>`

function picture(view: View, marks: readonly Mark[], description: string): Html {
  const { language, knowledge } = view
  const { domains, lenses } = knowledge.map
  const words = t(language)
  const at = (domain: string, lens: string) =>
    marks.filter(({ content }) => content.domain === domain && content.lens === lens)
  return html`<div class="map">
<p class="map__legend">${effects.map((effect) => html`<span>${sign(view, effect)} ${words.fields.effects[effect]}</span> `)}</p>
<div class="map__grid" role="img" aria-label="${description}">
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
