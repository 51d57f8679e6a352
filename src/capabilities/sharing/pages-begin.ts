import { openingForm } from '#capabilities/cases/index.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { listOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import { paths } from './paths.ts'
import type { ReceivedDelivery } from './received.ts'
import { t } from './words.ts'

type BeginView = Omit<Parameters<typeof openingForm.fields>[1], 'wrong'> & {
  readonly one: ReceivedDelivery
  readonly body: DisclosureBody
  readonly wrong: Readonly<Record<string, string>>
  readonly hidden: Html
}

/** A case that begins with something received: what to take is chosen, and nothing is chosen beforehand. */
export function beginPage(language: Language, { one, body, hidden, ...view }: BeginView): Html {
  const { begin, kinds } = t(language)
  const { typed, wrong } = view
  return html`${summaryOf(language, wrong)}
<h1>${begin.title}</h1>
<p>${begin.lead(one.from.name, one.reference)}</p>
${form({
  action: link(language, paths.beginCase(one.id)),
  content: html`${hidden}${checkboxes(language, {
    name: 'facts',
    label: begin.facts,
    hint: begin.factsHint,
    error: wrong.facts,
    values: listOf(typed, 'facts'),
    choices: body.facts.map(({ id, kind, text, source }) => ({
      value: id,
      label: `${kinds[kind]}: ${text}`,
      hint: `${t(language).delivery.source}: ${source}`,
    })),
  })}
${openingForm.fields(language, view)}
${button({ text: begin.button })}`,
})}`
}
