import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { listOf, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import type { OwnCase } from './pages-list.ts'
import type { Card } from './read-intervision.ts'
import { yieldOf } from './take-to-case.ts'
import { type Again, hrefOf, nameIn, sentences, type View } from './view.ts'
import { t } from './words.ts'

type Take = Again & { readonly key: string; readonly cases: readonly OwnCase[] }

/** Nothing goes along that was not ticked, and nothing is ticked beforehand. */
export function takePage(view: View, { typed, errors, key, cases }: Take): Html {
  const { language, table } = view
  const words = t(language)
  const wrong = sentences(language, errors)
  const chosen = yieldOf(table)
  const cards = (name: string, label: string, list: readonly Card[], hint?: string) =>
    list.length > 0
      ? checkboxes(language, {
          name,
          label,
          hint,
          values: listOf(typed, name),
          error: wrong[name],
          choices: list.map((card) => ({
            value: card.id,
            label: card.content.text,
            hint: table.onPaper ? undefined : nameIn(view, card.by),
          })),
        })
      : ''
  const title = html`${summaryOf(language, wrong)}
<h1>${words.take.title}</h1>
<p class="lead">${words.take.lead}</p>`
  if (cases.length === 0) return html`${title}<p>${words.take.none}</p>`
  return html`${title}
${form({
  action: hrefOf(view, '/naar-de-casus'),
  content: html`${keyField(key)}${select(language, {
    name: 'case',
    label: words.take.caseField,
    value: textOf(typed, 'case') || (table.caseId ?? ''),
    error: wrong.case,
    choices: cases.map(({ id, code }) => ({ value: id, label: code })),
  })}
${cards('card', words.take.facts, chosen.facts)}
${chosen.innocent.length > 0 ? cards('reading', words.take.interpretations, chosen.interpretations, words.take.interpretationsHint) : ''}
${
  chosen.decision
    ? checkboxes(language, {
        name: 'decision',
        label: words.take.decision,
        hint: words.take.decisionNot,
        values: listOf(typed, 'decision'),
        error: wrong.decision,
        choices: [{ value: 'yes', label: chosen.decision }],
      })
    : ''
}
${checkboxes(language, {
  name: 'team',
  label: words.after.toCase,
  values: listOf(typed, 'team'),
  error: wrong.team,
  choices: [{ value: 'yes', label: words.take.agreed }],
})}
${button({ text: words.take.button })}`,
})}`
}
