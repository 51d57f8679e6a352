import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { link } from '#platform/language.ts'
import { earlierCards } from './pages-cards.ts'
import { hrefOf, nameIn, type View } from './view.ts'
import { t } from './words.ts'

/** What an intervision came to, and what can still be done with it. */
export function endedPart(view: View): Html {
  const { table, language } = view
  const words = t(language)
  const erased = table.topic === undefined
  return html`<p class="lead">${words.after.lead}</p>
${erased ? html`<p>${words.after.erased}</p>` : ''}
${conclusion(view)}
${erased ? '' : takePart(view)}
${erased ? '' : earlierCards(view, table.phases.length)}
${erased ? '' : html`<p><a href="${link(language, '/privacy')}">${words.after.keep}</a></p>`}`
}

function conclusion(view: View): Html {
  const { table, language } = view
  const { decide, after, outcomes } = t(language)
  const shown = (text: string | undefined) => (text ? story(text) : undefined)
  const rows = [
    { key: decide.question, value: shown(table.conclusion?.question) },
    { key: decide.outcome, value: table.outcome && outcomes[table.outcome] },
    { key: decide.agreement, value: shown(table.conclusion?.agreement) },
    { key: decide.owner, value: table.ownerId && nameIn(view, table.ownerId) },
    { key: decide.due, value: table.dueOn && fullDay(language, table.dueOn) },
    { key: decide.toldPupil, value: shown(table.told?.pupil) },
    { key: decide.toldParents, value: shown(table.told?.parents) },
  ].filter(({ value }) => value)
  if (rows.length === 0) return html`<p>${after.stopped}</p>`
  return html`<h2>${after.decided}</h2>
${summaryList(language, rows)}`
}

function takePart(view: View): Html {
  const { table, language } = view
  const words = t(language).after
  if (table.takenToCaseAt) {
    return html`<p>${words.taken(moment(language, table.takenToCaseAt))}</p>`
  }
  if (!table.isFacilitator) return html`<p>${words.toCaseText}</p>`
  return html`<h2>${words.toCase}</h2>
<p>${words.toCaseText}</p>
<p>${buttonLink({ text: words.toCaseButton, href: hrefOf(view, '/naar-de-casus'), look: 'secondary' })}</p>`
}
