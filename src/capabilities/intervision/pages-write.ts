import type { AskedKind } from '#capabilities/knowledge/index.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField, keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { fieldOf, fieldsFrom } from './card-form.ts'
import { effects, longestText, origins } from './contribution.ts'
import { draftName } from './keep-draft.ts'
import type { HeldPhase } from './method-of.ts'
import { cardContent } from './pages-cards.ts'
import { mapExamples } from './pages-map.ts'
import type { Card } from './read-intervision.ts'
import { type Again, fresh, hrefOf, sentences, type View } from './view.ts'
import { t } from './words.ts'

/** Where this person writes now. Never swapped while somebody is typing in it. */
export function writing(view: View, again: Again = fresh): Html {
  const { table, language } = view
  const words = t(language).live
  const phase = table.phases[table.phase]
  if (table.state !== 'running' || !phase) return html`${waiting(view, undefined)}`
  const forms = cardForms(view, phase, again)
  const late = table.stage === 'revealed'
  const wrong = Object.keys(again.errors).length > 0
  return html`${waiting(view, phase)}
${phase.asks.length > 0 && !late ? html`<h2>${words.write}</h2>\n<p class="quiet">${t(language).noName}</p>` : ''}
${phase.asks.includes('mark') && !late ? mapExamples(view) : ''}
${late && phase.asks.length > 0 ? details({ summary: words.addLater, open: wrong, content: html`<p>${words.lateHint}</p>\n<p class="quiet">${t(language).noName}</p>${forms}` }) : forms}
${table.stage === 'writing' ? ownCards(view, phase) : ''}`
}

export const writingErrors = ({ language }: View, again: Again): Html =>
  summaryOf(language, sentences(language, again.errors))

/** One form at a time: where a step asks for several kinds, the others are one line each. */
function cardForms(view: View, phase: HeldPhase, again: Again): Html {
  const { table, language } = view
  const { asks } = phase
  const [only, another] = asks
  if (!only) return html``
  if (!another) return cardForm(view, phase, only, again)
  const open =
    asks.find((kind) => textOf(again.typed, 'kind') === kind) ??
    asks.find((kind) => table.drafts[draftName(phase.id, kind)]) ??
    only
  return html`${asks.map((kind) =>
    details({
      name: 'write',
      summary: t(language).kinds[kind].write,
      open: kind === open,
      content: cardForm(view, phase, kind, again),
    }),
  )}`
}

/** The form of one kind of card, with what was typed, or what was being typed before a reload. */
function cardForm(view: View, phase: HeldPhase, kind: AskedKind, again: Again): Html {
  const { language, table } = view
  const words = t(language)
  const isAgain = textOf(again.typed, 'kind') === kind
  const draft = table.drafts[draftName(phase.id, kind)]
  const typed = isAgain ? again.typed : draftTyped(kind, draft?.fields)
  const key = (isAgain && keyIn(again.typed)) || draft?.key || newId()
  const wrong = isAgain ? sentences(language, again.errors) : {}
  return html`<section class="write" aria-label="${words.kinds[kind].write}">
${form({
  action: hrefOf(view, '/bijdragen'),
  id: `write-${kind}`,
  dataset: { 'data-keep': hrefOf(view, '/concept') },
  content: html`${keyField(key)}<input type="hidden" name="phase" value="${phase.id}"><input type="hidden" name="kind" value="${kind}">
${cardInputs(view, kind, typed, wrong)}
${buttonGroup(
  button({
    text: words.kinds[kind].button,
    look: table.isFacilitator && table.stage !== 'writing' ? 'secondary' : 'primary',
  }),
  button({ text: words.live.refresh, look: 'subtle', formaction: hrefOf(view, '/concept') }),
)}`,
})}
</section>
`
}

const draftTyped = (kind: AskedKind, fields: Readonly<Record<string, string>> = {}): Typed =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldOf(kind, name), value]))

function cardInputs(
  { language, knowledge }: View,
  kind: AskedKind,
  typed: Typed,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language)
  const name = (field: string) => fieldOf(kind, field)
  const common = (field: string) => ({
    name: name(field),
    value: textOf(typed, name(field)),
    error: wrong[name(field)],
  })
  const choicesOf = (list: typeof knowledge.map.domains) =>
    list.map((one) => ({ value: one.id, label: one.name[language] }))
  const written = textarea(language, {
    ...common('text'),
    label: words.kinds[kind].text,
    rows: 3,
    maxlength: longestText,
  })
  if (kind === 'fact') {
    return html`${written}
${radios(language, { ...common('origin'), label: words.fields.origin, inline: true, choices: origins.map((value) => ({ value, label: words.fields.origins[value] })) })}
${text(language, { ...common('moment'), label: words.fields.moment, optional: true })}`
  }
  if (kind === 'explanation') {
    return html`${written}
${radios(language, { ...common('innocent'), label: words.fields.innocent, choices: (['yes', 'no'] as const).map((value) => ({ value, label: words.fields.innocents[value] })) })}`
  }
  if (kind !== 'mark') return written
  return html`${select(language, { ...common('domain'), label: words.fields.domain, choices: choicesOf(knowledge.map.domains) })}
${select(language, { ...common('lens'), label: words.fields.lens, choices: choicesOf(knowledge.map.lenses) })}
${radios(language, { ...common('effect'), label: words.fields.effect, inline: true, choices: effects.map((value) => ({ value, label: words.fields.effects[value] })) })}
${written}`
}

function ownCards(view: View, phase: HeldPhase): Html {
  const { table, language } = view
  const words = t(language).live
  const own = table.cards.filter((card) => card.mine && card.phase === phase.id)
  if (own.length === 0) return html``
  return html`<h3>${words.mine}</h3>
<ul class="cards">${own.map((card) => html`<li class="card card--own">${cardContent(view, card)}<p><a href="${hrefOf(view, `/kaarten/${card.id}`)}">${words.change}<span class="visually-hidden">: ${card.content.text.slice(0, 40)}</span></a></p></li>`)}</ul>`
}

/** What was typed for another phase and never laid down: still possible, or to be thrown away. */
function waiting(view: View, now: HeldPhase | undefined): Html {
  const { table, language } = view
  const words = t(language)
  const left = table.phases
    .filter((phase) => phase.id !== now?.id)
    .flatMap((phase) =>
      phase.asks.flatMap((kind) => {
        const draft = table.drafts[draftName(phase.id, kind)]
        return draft ? [{ phase, kind, draft }] : []
      }),
    )
  return html`${left.map(
    ({ phase, kind, draft }) => html`<section class="panel" aria-label="${words.live.waiting}">
<h2>${words.live.waiting}: ${phase.name[language]}</h2>
${story(draft.fields.text ?? '')}
${
  table.state === 'running'
    ? form({
        action: hrefOf(view, '/bijdragen'),
        content: html`${keyField(draft.key)}<input type="hidden" name="phase" value="${phase.id}"><input type="hidden" name="kind" value="${kind}">${Object.entries(draft.fields).map(([name, value]) => html`<input type="hidden" name="${fieldOf(kind, name)}" value="${value}">`)}
${button({ text: words.kinds[kind].button, look: 'secondary' })}`,
      })
    : ''
}
${form({
  action: hrefOf(view, '/concept'),
  content: html`${keyField(draft.key)}<input type="hidden" name="phase" value="${phase.id}"><input type="hidden" name="kind" value="${kind}">${button({ text: words.card.takeBack, look: 'subtle' })}`,
})}</section>
`,
  )}`
}

/** One own card, to write anew or take back, as long as it lies face down. */
export function cardPage(view: View, card: Card, again: Again): Html {
  const { language } = view
  const words = t(language)
  const { kind } = card.content
  const typed = Object.keys(again.typed).length > 0 ? again.typed : fieldsFrom(card.content)
  const wrong = sentences(language, again.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.card.title}</h1>
<p class="quiet">${words.noName}</p>
${form({
  action: hrefOf(view, `/kaarten/${card.id}`),
  content: html`<input type="hidden" name="kind" value="${kind}">
${cardInputs(view, kind, typed, wrong)}
${buttonGroup(button({ text: words.card.save }), button({ text: words.card.takeBack, look: 'danger', name: 'act', value: 'take-back' }))}`,
})}
<p><a href="${hrefOf(view)}">${words.card.back}</a></p>`
}
