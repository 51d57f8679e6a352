import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { wordsOfBlock } from './check-text.ts'
import { type BoundFigure, letterParts, longest } from './letter.ts'
import { toldAs } from './letter-document.ts'
import { figureMark } from './letter-text.ts'
import { numberQuestions } from './page-numbers.ts'
import { remarksOn } from './page-round.ts'
import { paths } from './paths.ts'
import type { Surroundings } from './read-letter.ts'
import type { Round } from './read-round.ts'
import { t } from './words.ts'

type View = {
  readonly letterId: string
  /** nothing for a piece that is added; `read` is the version that was read */
  readonly changes: { readonly id: string; readonly read: number } | undefined
  /** the id that a new piece gets */
  readonly newId: string
  readonly typed: Typed
  /** sentences by field */
  readonly wrong: Readonly<Record<string, string>>
  readonly bound: readonly BoundFigure[]
  readonly figures: Surroundings['figures']
  readonly round: Round
}

/** The form of one piece, with the figures that it can use and the numbers that want an answer. */
export function blockContent(language: Language, view: View): Html {
  const { letterId, changes, typed, wrong } = view
  const { block: words, parts } = t(language)
  const action = changes ? paths.block(letterId, changes.id) : paths.addBlock(letterId)
  return html`${summaryOf(language, wrong)}
<h1>${changes ? words.changeTitle : words.addTitle}</h1>
${form({
  action: link(language, action),
  content: html`<input type="hidden" name="${changes ? 'read' : 'id'}" value="${changes ? changes.read : view.newId}">
${
  changes
    ? ''
    : radios(language, {
        name: 'part',
        label: words.part,
        value: textOf(typed, 'part') || 'line',
        error: wrong.part,
        choices: letterParts.map((value) => ({ value, label: parts[value] })),
      })
}
${text(language, { name: 'heading', label: words.heading, value: textOf(typed, 'heading'), error: wrong.heading, optional: true, maxlength: longest.heading })}
${boundFigures(language, view)}
${changes ? remarksOn(language, view.round, changes.id) : ''}
${textarea(language, { name: 'text', label: words.text, hint: words.textHint, value: textOf(typed, 'text'), error: wrong.text, optional: true, rows: 16, tall: true, maxlength: longest.text })}
${numberQuestions(language, { of: wordsOfBlock({ heading: textOf(typed, 'heading'), text: textOf(typed, 'text') }), where: 'piece', typed, wrong })}
${button({ text: changes ? words.save : words.add })}`,
})}
${changes ? lengthAndPreview(language, letterId, textOf(typed, 'text')) : ''}
${
  changes
    ? form({
        action: link(language, paths.removeBlock(letterId, changes.id)),
        content: html`<input type="hidden" name="read" value="${changes.read}">
<p class="quiet">${words.removeHint}</p>
${button({ text: words.remove, look: 'danger' })}`,
      })
    : ''
}`
}

/** How long the piece is, and the way to how it reads in the whole. */
function lengthAndPreview(language: Language, letterId: string, text: string): Html {
  const { letter: words, block } = t(language)
  const count = text.split(/\s+/).filter(Boolean).length
  return html`<p>${block.length(count)} <a href="${link(language, paths.preview(letterId))}">${words.preview}</a></p>`
}

function boundFigures(language: Language, { letterId, bound, figures }: View): Html {
  const { block: words, figures: told } = t(language)
  const href = link(language, paths.figures(letterId))
  if (bound.length === 0) {
    return html`<p>${words.noFigures} <a href="${href}">${words.toFigures}</a></p>`
  }
  return html`<p>${words.boundFigures}:</p>
<ul>${bound.map(({ number }) => {
    const figure = figures.get(number)
    const value = figure
      ? told.option(figure.title[language], figure.ref.period, toldAs(figure))
      : told.gone
    return html`<li><code>${figureMark(number)}</code> ${value}</li>\n`
  })}</ul>`
}
