import { type Law, ruleLine } from '#capabilities/law/index.ts'
import type { AnswerForm } from '#capabilities/sharing/index.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { mayAssess } from './access.ts'
import {
  type AssessedElement,
  type Assessment,
  assessmentFrom,
  draftFrom,
  firstFields,
  lastFields,
  sideField,
  sides,
} from './assessment.ts'
import { type AssessmentMessage, assessmentKind } from './assessment-message.ts'
import type { Field } from './fields.ts'
import { fieldOf } from './page-fields.ts'
import { sentences, t } from './words.ts'
import type { WorksheetFile } from './worksheet-pack.ts'

type Parts = {
  readonly worksheet: WorksheetFile
  readonly law: Law
  /** the address of the stylesheet of a dossier */
  readonly style: string
}

type WordedField = keyof ReturnType<typeof t>['assessment']['fields']

/** What somebody saw, element by element, what speaks against it, and what nobody knows; then in own words. */
export function assessmentForm({ worksheet, law, style }: Parts): AnswerForm {
  const { elements } = worksheet
  const read = (draft: Typed, today: string) => assessmentFrom(draft, { elements, today })
  return {
    asked: (kind) => kind === assessmentKind,
    may: mayAssess,
    place: 'beoordeling',
    styles: [style],
    words(language) {
      const { assessment: words } = t(language)
      return { ...words, lead: html`<p class="lead">${words.lead}</p>` }
    },
    draft: (typed) => draftFrom(typed, elements),
    written: (draft) =>
      Object.keys(draft).filter((name) => name !== 'facts' && !name.startsWith('qualifiedOn')),
    read(draft, today) {
      const form = read(draft, today)
      if ('errors' in form) return form
      return {
        message: ({ disclosure, by, on }): AssessmentMessage => ({
          ...{ disclosure, by, on, ...form.value },
          facts: [...form.value.facts],
          elements: [...form.value.elements],
        }),
      }
    },
    sentences: (language, errors) => namedSentences(language, worksheet, errors),
    fields: (language, view) => fieldsOf(language, { worksheet, law }, view),
    signed(language, { body, typed }) {
      // It was whole when it was signed, whatever day that was.
      const form = read(typed, latestDay)
      return 'value' in form ? signedOf(language, worksheet, body, form.value) : html``
    },
  }
}

/** Of many questions with one fault, each sentence says which it is. */
function namedSentences(
  language: Language,
  { elements }: WorksheetFile,
  errors: FormErrors,
): Readonly<Record<string, string>> {
  const { fields } = t(language).assessment
  const names = new Map<string, string>([
    ...Object.entries(fields).map(([name, { label }]) => [name, label] as const),
    ...elements.flatMap(({ id, title }) =>
      sides.map((side) => [sideField(side, id), `${title[language]}:`] as const),
    ),
  ])
  return Object.fromEntries(
    Object.entries(sentences(language, errors)).map(([field, sentence]) => [
      field,
      names.has(field) ? `${names.get(field)} ${sentence}` : sentence,
    ]),
  )
}

const latestDay = '9999-12-31'

function fieldsOf(
  language: Language,
  { worksheet, law }: Omit<Parts, 'style'>,
  { body, typed, wrong }: Parameters<AnswerForm['fields']>[1],
): Html {
  const words = t(language).assessment
  const around = { typed, wrong, facts: [], people: new Map<string, string>() }
  const field = (one: Field) =>
    fieldOf(language, one, words.fields[one.name as WordedField], around)
  return html`<h2>${words.you}</h2>
<p>${words.who} ${ruleLine(language, law.getRule('vcl-an'))}</p>
${firstFields.map(field)}
<h2>${words.looked}</h2>
${checkboxes(language, {
  name: 'facts',
  label: words.fields.facts.label,
  values: listOf(typed, 'facts'),
  error: wrong.facts,
  optional: true,
  choices: body.facts.map((fact) => ({
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
${lastFields.map(field)}`
}

function signedOf(
  language: Language,
  worksheet: WorksheetFile,
  body: Parameters<AnswerForm['signed']>[1]['body'],
  assessment: Assessment,
): Html {
  const words = t(language).assessment
  const { fields } = words
  const facts = body.facts.filter(({ id }) => assessment.facts.includes(id))
  return html`${summaryList(language, [
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
