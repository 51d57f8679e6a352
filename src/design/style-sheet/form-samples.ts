import { button, buttonGroup } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { errorSummary } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { steps } from '#design/steps/steps.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import type { Language } from '#platform/language.ts'
import { words } from './words.ts'

/** Every kind of field, first as asked, then as sent back. */
export function formSamples(language: Language): Html {
  const t = words(language)
  const stages = t.steps.map((step) => ({ text: step, href: '#forms' }))
  return html`<h2 id="forms">${t.forms}</h2>
${steps(language, stages, 1)}
${form({ action: '#forms', method: 'get', content: html`${open(language)}` })}
<h2>${t.wrong}</h2>
${errorSummary(language, [
  { field: 'wrong-pupil', text: t.pupilError },
  { field: 'wrong-when', text: t.whenError },
])}
${form({ action: '#forms', method: 'get', content: html`${wrong(language)}` })}`
}

function open(language: Language): Html {
  const t = words(language)
  const hearsay = text(language, { name: 'from', label: t.from, optional: true, width: 'medium' })
  return html`${textarea(language, { name: 'what', label: t.what, hint: t.whatHint, large: true, rows: 4 })}
${text(language, { name: 'pupil', label: t.pupil, hint: t.pupilHint, width: 'short', spellcheck: false })}
${radios(language, {
  name: 'danger',
  label: t.dangerQuestion,
  inline: true,
  choices: [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
    { value: 'unknown', label: t.unknown },
  ],
})}
${radios(language, {
  name: 'how',
  label: t.how,
  value: 'hearsay',
  choices: [
    { value: 'own', label: t.own, hint: t.ownHint },
    { value: 'hearsay', label: t.hearsay, reveals: hearsay },
  ],
})}
${checkboxes(language, {
  name: 'seen',
  label: t.seen,
  values: ['1'],
  choices: t.seenChoices.map((label, index) => ({
    value: String(index),
    label,
    hint: index === 0 ? t.seenHint : undefined,
  })),
})}
${date(language, { name: 'when', label: t.when, hint: t.whenHint })}
${select(language, {
  name: 'year',
  label: t.year,
  optional: true,
  choices: t.years.map((label, index) => ({ value: String(index + 1), label })),
})}
${buttonGroup(
  button({ text: t.next }),
  button({ text: t.save, look: 'secondary' }),
  button({ text: t.back, look: 'subtle' }),
)}`
}

function wrong(language: Language): Html {
  const t = words(language)
  return html`${text(language, { name: 'wrong-pupil', label: t.pupil, error: t.pupilError, width: 'short' })}
${date(language, {
  name: 'wrong-when',
  label: t.when,
  hint: t.whenHint,
  error: t.whenError,
  wrong: ['day'],
  value: { day: '31', month: '2', year: '2026' },
})}
${buttonGroup(button({ text: t.next }), button({ text: t.withdraw, look: 'danger' }))}`
}
