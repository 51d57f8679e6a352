import { alert } from '#design/alert/alert.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { competes, type Move, possibleMoves } from './intervision.ts'
import { hrefOf, type View } from './view.ts'
import { t } from './words.ts'

/** What comes after writing: saying to be ready, and apart from it what only the facilitator does. */
export function steering(view: View): Html {
  const { table } = view
  if (table.state === 'ended') return html``
  return html`${table.stage === 'writing' ? readyPart(view) : ''}
${table.isFacilitator && !table.onPaper ? controls(view) : ''}`
}

function readyPart(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  return html`<p class="ready">${words.ready(table.ready.count, table.people.length)}</p>
${form({
  action: hrefOf(view, '/klaar'),
  content: html`<input type="hidden" name="phase" value="${table.phases[table.phase]?.id ?? ''}"><input type="hidden" name="ready" value="${table.ready.mine ? 'no' : 'yes'}">
${button({ text: table.ready.mine ? words.notReady : words.iAmReady, look: 'secondary' })}`,
})}`
}

/** One next step, in one button; back only after opening it. */
function controls(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  const possible = possibleMoves(
    { state: table.state, phase: table.phase, revealed: table.revealed },
    table.phases,
  )
  const [first] = possible.filter((act) => act !== 'back')
  return html`<section class="panel" aria-labelledby="steer-title">
<h2 id="steer-title">${words.youFacilitate}</h2>
${first ? firstMove(view, first) : ''}
${possible.includes('back') ? details({ summary: words.backSummary, content: html`<p>${words.backText}</p>${moveForm(view, 'back', 'secondary')}` }) : ''}
</section>`
}

function firstMove(view: View, first: Move): Html {
  if (first === 'end') {
    return buttonLink({ text: decideTitle(view), href: hrefOf(view, '/besluit') })
  }
  if (first === 'reveal') return turning(view)
  const lacking = first === 'next' && lacksExplanations(view)
  return html`${lacking ? notYet(view) : ''}${moveForm(view, first, lacking ? 'secondary' : 'primary')}`
}

/** While somebody is still writing, turning everybody's cards is said twice: with how many are not ready. */
function turning(view: View): Html {
  const { table, language } = view
  const words = t(language).live
  const hint = html`<p class="quiet">${words.revealHint}</p>`
  const missing = table.people.length - table.ready.count
  if (missing === 0) return html`${moveForm(view, 'reveal', 'primary')}${hint}`
  return details({
    summary: words.moves.reveal,
    content: html`<p>${words.notAllReady(missing, table.people.length)}</p>${hint}
${moveForm(view, 'reveal', 'secondary', words.turnAnyway)}`,
  })
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

const moveForm = (
  view: View,
  act: Exclude<Move, 'end'>,
  look: 'primary' | 'secondary',
  text: string = t(view.language).live.moves[act],
): Html =>
  form({
    action: hrefOf(view, '/verder'),
    content: html`<input type="hidden" name="act" value="${act}"><input type="hidden" name="from" value="${view.table.place}">
${button({ text, look })}`,
  })
