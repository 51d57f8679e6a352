import { button } from '#design/button/button.ts'
import { date, dateNames } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { textOf } from '#platform/form.ts'
import type { Colleague } from './desk.ts'
import { decisionOutcomes } from './intervision.ts'
import { phaseCards } from './pages-cards.ts'
import { decideTitle } from './pages-steer.ts'
import { type Again, hrefOf, sentences, type View } from './view.ts'
import { t } from './words.ts'

type Decide = Again & { readonly colleagues: readonly Colleague[] }

export const endsInDecision = ({ knowledge, table }: Pick<View, 'knowledge' | 'table'>): boolean =>
  knowledge.findMethod(table.method)?.ends === 'decision'

/** What the team decides, with the words that lie on the table still in sight. */
export function decidePage(view: View, again: Decide): Html {
  const { language, table } = view
  const words = t(language)
  const wrong = sentences(language, again.errors)
  const phase = table.phases[table.phase]
  return html`${summaryOf(language, wrong)}
<h1>${decideTitle(view)}</h1>
<p class="quiet">${words.noName}</p>
${phase ? html`<h2>${phase.name[language]}</h2>${phaseCards(view, phase)}` : ''}
${form({
  action: hrefOf(view, '/besluit'),
  content: html`<input type="hidden" name="from" value="${textOf(again.typed, 'from') || table.place}">
${decisionFields(view, again)}
${button({ text: endsInDecision(view) ? words.decide.button : words.decide.yieldButton })}`,
})}
<p><a href="${hrefOf(view)}">${words.card.back}</a></p>`
}

/** The same fields after a live table and after paper. A method that yields no decision asks less. */
export function decisionFields(view: View, { typed, errors, colleagues }: Decide): Html {
  const { language } = view
  const words = t(language)
  const { decide } = words
  const wrong = sentences(language, errors)
  const decides = endsInDecision(view)
  const written = (name: string, label: string, hint?: string) =>
    textarea(language, {
      name,
      label,
      hint,
      value: textOf(typed, name),
      error: wrong[name],
      optional: !decides,
      rows: 3,
    })
  const due = dateNames('due')
  return html`${written('question', decide.question, decide.questionHint)}
${
  decides
    ? radios(language, {
        name: 'outcome',
        label: decide.outcome,
        value: textOf(typed, 'outcome'),
        error: wrong.outcome,
        choices: decisionOutcomes.map((value) => ({
          value,
          label: words.outcomes[value],
          hint: words.outcomeHints[value],
        })),
      })
    : ''
}
${written('agreement', decide.agreement)}
${select(language, {
  name: 'owner',
  label: decide.owner,
  hint: decide.ownerHint,
  value: textOf(typed, 'owner'),
  error: wrong.owner,
  optional: !decides,
  choices: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
})}
${date(language, {
  name: 'due',
  label: decide.due,
  error: wrong.due,
  optional: !decides,
  value: {
    day: textOf(typed, due.day),
    month: textOf(typed, due.month),
    year: textOf(typed, due.year),
  },
})}
${written('told-pupil', decide.toldPupil, decides ? decide.toldHint : undefined)}
${written('told-parents', decide.toldParents, decides ? decide.toldHint : undefined)}`
}
