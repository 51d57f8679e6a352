import { type Law, ruleLine } from '#capabilities/law/index.ts'
import type { ReadConsultation } from '#capabilities/sharing/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import {
  type AssessedElement,
  type Assessment,
  firstFields,
  lastFields,
  sideField,
  sides,
} from './assessment.ts'
import type { Field } from './fields.ts'
import { fieldOf } from './page-fields.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'
import type { WorksheetFile } from './worksheet-pack.ts'

type View = {
  readonly worksheet: WorksheetFile
  readonly law: Law
  readonly read: ReadConsultation<Typed>
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly key: string
  /** it was kept just now */
  readonly kept: boolean
}

/** What somebody saw, element by element, what speaks against it, and what nobody knows; then in own words. */
export function assessmentPage(language: Language, view: View): Html {
  const { worksheet, law, read, typed, wrong, key, kept } = view
  const words = t(language).assessment
  const around = { typed, wrong, facts: [], people: new Map<string, string>() }
  const field = (one: Field) =>
    fieldOf(language, one, words.fields[one.name as WordedField], around)
  return html`${summaryOf(language, wrong)}
<h1>${words.pageTitle(read.reference)}</h1>
${kept ? alert(language, { kind: 'info', content: html`<p>${words.kept}</p>` }) : ''}
<p class="lead">${words.lead}</p>
${read.body.question === '' ? '' : html`<h2>${words.question}</h2>\n${story(read.body.question)}`}
<p>${words.who} ${ruleLine(language, law.getRule('vcl-an'))}</p>
<p>${read.anotherAnswered ? html`<strong>${words.anotherAnswered}</strong> ` : ''}${words.until(fullDay(language, read.endOn))}</p>
${form({
  action: link(language, paths.assessment(read.id)),
  content: html`${keyField(key)}
<h2>${words.you}</h2>
${firstFields.map(field)}
<h2>${words.looked}</h2>
${checkboxes(language, {
  name: 'facts',
  label: words.fields.facts.label,
  values: listOf(typed, 'facts'),
  error: wrong.facts,
  optional: true,
  choices: read.body.facts.map((fact) => ({
    value: fact.id,
    label: fact.text.length > 160 ? `${fact.text.slice(0, 159)}…` : fact.text,
    hint: fact.source,
  })),
})}
${field({ name: 'lookedAt', as: 'words', optional: true, rows: 3 })}
<h2>${words.elements}</h2>
<p>${words.elementsLead}</p>
${worksheet.elements.map(
  ({
    id,
    title,
    question,
    against,
    needed,
  }) => html`<section class="choice-of-route"><h3>${title[language]}</h3>
<p>${question[language]}</p>
${needed ? '' : html`<p class="quiet">${t(language).worksheet.notNeeded}</p>`}
${sides.map((side) =>
  textarea(language, {
    name: sideField(side, id),
    label: words.sides[side](title[language]),
    hint: side === 'against' ? against[language] : undefined,
    value: textOf(typed, sideField(side, id)),
    error: wrong[sideField(side, id)],
    optional: true,
    rows: 3,
  }),
)}</section>`,
)}
<h2>${words.conclusion}</h2>
${lastFields.map(field)}
<p>${words.signText}</p>
${buttonGroup(
  button({ text: words.sign, name: 'act', value: 'sign' }),
  button({ text: words.keep, look: 'secondary', name: 'act', value: 'keep' }),
)}`,
})}`
}

type WordedField = keyof ReturnType<typeof t>['assessment']['fields']

/** What was signed, as it left. */
export function sentAssessmentPage(
  language: Language,
  { worksheet, read, assessment }: Pick<View, 'worksheet' | 'read'> & { assessment: Assessment },
): Html {
  const words = t(language).assessment
  const { fields } = words
  const facts = read.body.facts.filter(({ id }) => assessment.facts.includes(id))
  return html`<h1>${words.pageTitle(read.reference)}</h1>
${
  read.sent
    ? html`<p class="lead">${words.sentOn(moment(language, read.sent.at))}</p>
${read.sent.refused ? alert(language, { kind: 'info', content: html`<p>${words.refused}</p>` }) : ''}
<p>${words.until(fullDay(language, read.endOn))}</p>
<p><strong>${words.receipt}:</strong> <code class="hash">${read.sent.hash}</code></p>`
    : ''
}
${summaryList(language, [
  { key: fields.capacity.label, value: assessment.capacity },
  { key: fields.qualification.label, value: assessment.qualification },
  { key: fields.qualifiedOn.label, value: fullDay(language, assessment.qualifiedOn) },
  { key: fields.involved.label, value: story(assessment.involved) },
  {
    key: fields.facts.label,
    value: html`<ul>${facts.map((fact) => html`<li>${fact.text}</li>`)}</ul>`,
  },
  { key: fields.lookedAt.label, value: story(assessment.lookedAt) },
])}
<h2>${words.elements}</h2>
${elementList(language, worksheet, assessment.elements)}
<h2>${words.conclusion}</h2>
${story(assessment.conclusion)}`
}

/** Element by element in the order of the worksheet; what nobody wrote about is left out. */
export const elementList = (
  language: Language,
  { elements }: Pick<WorksheetFile, 'elements'>,
  said: readonly AssessedElement[],
): Html =>
  html`${said.map((one) => {
    const { page } = t(language)
    const title = elements.find(({ id }) => id === one.element)?.title[language] ?? one.element
    const pairs = [
      { key: page.inFavour, text: one.inFavour },
      { key: page.against, text: one.against },
      { key: page.unknown, text: one.unknown },
    ]
    return html`<h3>${title}</h3>
${summaryList(
  language,
  pairs.filter(({ text }) => text !== '').map(({ key, text }) => ({ key, value: story(text) })),
)}`
  })}`
