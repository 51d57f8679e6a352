import { editionLine, type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { textarea } from '#design/textarea/textarea.ts'
import type { Temporal } from '#platform/clock.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { clockBand } from './clock-band.ts'
import type { ArrestDesk } from './desk.ts'
import type { LookPart } from './file.ts'
import { besideField, seenField } from './forms.ts'
import type { LookQuestion } from './instrument-pack.ts'
import { lookAnswers } from './look.ts'
import { paths } from './paths.ts'
import type { ReadFile } from './read-file.ts'
import { sentencesOf, t } from './words.ts'

type View = {
  readonly part: LookPart
  readonly file: ReadFile
  readonly now: Temporal.Instant
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** The look: what was seen, what else it can be, and whether to look further. The clock stays in sight. */
export function lookPage(
  language: Language,
  { instrument, knowledge }: Pick<ArrestDesk, 'instrument' | 'knowledge'>,
  { part, file, now, typed, errors, key }: View,
): Html {
  const words = t(language).look
  const wrong = sentencesOf(language, errors)
  const view = { typed, wrong, knowledge }
  return html`${summaryOf(language, wrong)}
<h1>${words[part]}</h1>
${clockBand(language, { clocks: file.clocks, now, id: file.id }, true)}
<p>${part === 'first' ? words.firstLead : words.fullLead}</p>
${details({ summary: words.avoid, content: html`<ul>${instrument.avoid.map(({ text }) => html`<li>${text[language]}</li>\n`)}</ul>` })}
${form({
  action: link(language, paths.look(file.id, part)),
  content: html`${keyField(key)}
${instrument[part].map((one) => question(language, one, view))}
${radios(language, {
  name: 'further',
  label: words.further,
  value: textOf(typed, 'further'),
  error: wrong.further,
  inline: true,
  choices: [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ],
})}
${textarea(language, { name: 'because', label: words.because, hint: words.becauseHint, value: textOf(typed, 'because'), error: wrong.because, rows: 3 })}
${button({ text: words.save })}`,
})}
<p class="quiet">${words.own}</p>
${editionLine(language, instrument.edition)}`
}

type Answers = {
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly knowledge: Knowledge
}

function question(
  language: Language,
  { id, answer, asks, otherwise, signals, ...from }: LookQuestion,
  { typed, wrong, knowledge }: Answers,
): Html {
  const words = t(language).look
  const known = signals.flatMap((one) => knowledge.findSignal(one) ?? [])
  const write = (name: string, label: string, part: 'optional' | 'needed' = 'optional') =>
    textarea(language, {
      name,
      label: html`${label}<span class="visually-hidden"> ${asks[language]}</span>`,
      value: textOf(typed, name),
      error: wrong[name],
      optional: part === 'optional',
      rows: 2,
    })
  const [seen, beside] = [seenField(id), besideField(id)]
  const hint = words.otherwise(otherwise[language])
  const more = html`${answer === 'observed' ? write(seen, words.seen) : ''}
${write(beside, words.beside)}
${known.length > 0 ? html`<p>${words.signals}:</p><ul>${known.map(({ id: signal, wording }) => html`<li><a href="${link(language, `/kennis/signalen/${signal}`)}">${wording[language]}</a></li>`)}</ul>` : ''}
<p>${origin(knowledge, language, from)}</p>`
  const first =
    answer === 'observed'
      ? radios(language, {
          name: id,
          label: asks[language],
          hint,
          value: textOf(typed, id),
          error: wrong[id],
          inline: true,
          choices: lookAnswers.map((value) => ({ value, label: words.answers[value] })),
        })
      : html`${textarea(language, { name: seen, label: asks[language], hint, value: textOf(typed, seen), error: wrong[seen], rows: 2 })}
${checkboxes(language, {
  name: id,
  label: html`<span class="visually-hidden">${asks[language]}</span>`,
  values: listOf(typed, id),
  choices: [{ value: 'unknown', label: words.answers.unknown }],
})}`
  return html`<div class="look-question">
${first}
${details({
  summary: words.besideShort,
  open: [answer === 'observed' ? seen : '', beside].some(
    (name) => name !== '' && textOf(typed, name) !== '',
  ),
  content: more,
})}
</div>`
}
