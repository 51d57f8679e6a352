import { roleName } from '#capabilities/identity/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { details } from '#design/details/details.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { table } from '#design/table/table.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import type { Role } from '#platform/actor.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { longestEdit } from './edit-form.ts'
import { type OwnStep, ownStepWrites, type SchoolStep } from './edition.ts'
import { asRead, type DraftAsRead } from './edition-print.ts'
import { type CheckView, editPath, findingList, startDraftForm } from './pages-check.ts'
import { countText, termText, whoText } from './pages-parts.ts'
import { stepTag } from './pages-protocol.ts'
import type { Protocol, Requirement } from './protocol.ts'
import type { ReadEdition } from './read-editions.ts'
import { immediateStep } from './sufficiency.ts'
import { termUnits } from './term.ts'
import { sentences, t } from './words.ts'

type Colleague = { readonly personId: string; readonly name: string }

/** The draft: what it says per step, what it lacks, and the way to put it in force. */
export function draftPage(
  language: Language,
  draft: ReadEdition | undefined,
  check: Omit<CheckView, 'of'> | undefined,
): Html {
  const words = t(language).edit
  if (!draft?.edition || !check) {
    return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${emptyState({ title: words.startTitle, text: words.start })}
${startDraftForm(language, words.startButton)}`
  }
  const { protocol, names, edition } = draft
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="quiet">${words.draft(edition.number)}</p>
<p>${buttonLink({ text: words.adopt, href: link(language, '/protocol/aanpassen/vaststellen') })}</p>
${findingList(language, check)}
${table({
  caption: words.steps,
  columns: [
    { heading: words.column.step },
    { heading: words.column.who },
    { heading: words.column.term },
    { heading: words.column.differs },
  ],
  rows: [
    [
      html`<a href="${link(language, editPath(immediateStep))}">${words.immediate}</a>`,
      whoText(language, protocol.immediate, names),
      countText(language, { unit: 'immediate' }),
      '',
    ],
    ...protocol.steps.map((step) => [
      html`<a href="${link(language, editPath(step.id))}">${step.title[language]}</a>`,
      whoText(language, step, names),
      termText(language, step.term),
      stepTag(language, step),
    ]),
  ],
})}
${buttonGroup(
  buttonLink({
    text: words.addStep,
    href: link(language, '/protocol/aanpassen/stap-erbij'),
    look: 'secondary',
  }),
  buttonLink({
    text: words.discard,
    href: link(language, '/protocol/aanpassen/weggooien'),
    look: 'subtle',
  }),
)}`
}

export type EditView = {
  readonly typed: Typed
  readonly errors: FormErrors
  /** who can do a step here */
  readonly roles: readonly Role[]
  readonly colleagues: readonly Colleague[]
  /** of the step as it was read */
  readonly print: string
}

/** One step of the example: everything a school may change in it, beside how it stands there. */
export function stepEditPage(language: Language, step: SchoolStep, view: EditView): Html {
  const words = t(language).edit
  const wrong = sentences(language, view.errors)
  const { example } = step
  return html`${summaryOf(language, wrong)}
<h1>${words.stepTitle(step.title[language])}</h1>
${
  example
    ? details({
        summary: words.stepExample,
        content: html`<p><strong>${example.title[language]}</strong></p>
<p>${example.text[language]}</p>
<p>${whoText(language, { roles: example.roles as readonly Role[], personId: undefined }, new Map())}; ${termText(language, example.term)}</p>`,
      })
    : ''
}
${form({
  action: link(language, editPath(step.id)),
  content: html`${printField(view.print)}${titleAndText(language, view, wrong)}
${
  step.term?.law
    ? html`<p><strong>${words.termLaw}: ${termText(language, step.term)}.</strong> ${t(language).terms.lawDays} ${t(language).terms.law}</p>`
    : termFields(language, view, wrong)
}
${peopleFields(language, view, wrong)}
${offFields(language, view, wrong)}
${buttonGroup(button({ text: words.save }))}`,
})}
${form({
  action: link(language, `${editPath(step.id)}/terug`),
  content: html`${printField(view.print)}${button({ text: words.back, look: 'subtle' })}`,
})}`
}

export function immediateEditPage(
  language: Language,
  immediate: Protocol['immediate'],
  view: EditView,
): Html {
  const words = t(language).edit
  const wrong = sentences(language, view.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.stepTitle(words.immediate)}</h1>
${details({ summary: words.stepExample, content: html`<p>${immediate.text[language]}</p>` })}
${form({
  action: link(language, editPath(immediateStep)),
  content: html`${printField(view.print)}${textField(language, view, wrong)}
${peopleFields(language, view, wrong)}
${button({ text: words.save })}`,
})}
${form({
  action: link(language, `${editPath(immediateStep)}/terug`),
  content: html`${printField(view.print)}${button({ text: words.back, look: 'subtle' })}`,
})}`
}

type OwnView = EditView & {
  readonly requirements: readonly Requirement[]
} & ({ readonly key: string; readonly steps: readonly SchoolStep[] } | { readonly own: OwnStep })

/** A step of the school's own: new, with its place, or one that is there. */
export function ownStepPage(language: Language, view: OwnView): Html {
  const words = t(language).edit
  const wrong = sentences(language, view.errors)
  const isNew = 'key' in view
  const path = isNew ? '/protocol/aanpassen/stap-erbij' : editPath(view.own.id)
  return html`${summaryOf(language, wrong)}
<h1>${isNew ? words.newTitle : words.stepTitle(view.own.title)}</h1>
${form({
  action: link(language, path),
  content: html`${isNew ? keyField(view.key) : printField(view.print)}
${
  isNew
    ? select(language, {
        name: 'follows',
        label: words.follows,
        value: textOf(view.typed, 'follows'),
        error: wrong.follows,
        choices: view.steps.map(({ id, title }) => ({ value: id, label: title[language] })),
      })
    : ''
}
${titleAndText(language, view, wrong)}
${radios(language, {
  name: 'writes',
  label: words.writes,
  value: textOf(view.typed, 'writes'),
  error: wrong.writes,
  choices: ownStepWrites.map((value) => ({ value, label: words.writesChoices[value] })),
})}
${termFields(language, view, wrong)}
${peopleFields(language, view, wrong)}
${checkboxes(language, {
  name: 'covers',
  label: words.covers,
  optional: true,
  values: listOf(view.typed, 'covers'),
  choices: view.requirements.map(({ id, title }) => ({ value: id, label: title[language] })),
})}
${isNew ? '' : offFields(language, view, wrong)}
${button({ text: words.save })}`,
})}
${
  isNew
    ? ''
    : form({
        action: link(language, `${path}/terug`),
        content: html`${printField(view.print)}${button({ text: words.remove, look: 'danger' })}`,
      })
}`
}

type Wrong = Readonly<Record<string, string>>

const printField = (print: string): Html =>
  html`<input type="hidden" name="print" value="${print}">`

const titleAndText = (language: Language, view: EditView, wrong: Wrong): Html =>
  html`${text(language, {
    name: 'title',
    label: t(language).edit.name,
    value: textOf(view.typed, 'title'),
    error: wrong.title,
    maxlength: longestEdit.name,
  })}
${textField(language, view, wrong)}`

const textField = (language: Language, view: EditView, wrong: Wrong): Html =>
  textarea(language, {
    name: 'text',
    label: t(language).edit.text,
    value: textOf(view.typed, 'text'),
    error: wrong.text,
    maxlength: longestEdit.text,
  })

function termFields(language: Language, view: EditView, wrong: Wrong): Html {
  const words = t(language)
  return html`${radios(language, {
    name: 'unit',
    label: words.edit.unit,
    value: textOf(view.typed, 'unit'),
    error: wrong.unit,
    choices: [...termUnits, 'none' as const].map((value) => ({ value, label: words.units[value] })),
  })}
${text(language, {
  name: 'count',
  label: words.edit.count,
  hint: words.edit.countHint,
  optional: true,
  value: textOf(view.typed, 'count'),
  error: wrong.count,
  width: 'short',
  inputmode: 'numeric',
  maxlength: 3,
})}`
}

function peopleFields(language: Language, view: EditView, wrong: Wrong): Html {
  const words = t(language).edit
  return html`${checkboxes(language, {
    name: 'roles',
    label: words.roles,
    hint: words.rolesHint,
    values: listOf(view.typed, 'roles'),
    choices: view.roles.map((role) => ({ value: role, label: roleName(role, language) })),
  })}
${select(language, {
  name: 'colleague',
  label: words.colleague,
  hint: words.colleagueHint,
  optional: true,
  value: textOf(view.typed, 'colleague'),
  error: wrong.colleague,
  choices: view.colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
})}
${textarea(language, {
  name: 'contact',
  label: words.contact,
  hint: words.contactHint,
  optional: true,
  value: textOf(view.typed, 'contact'),
  error: wrong.contact,
  rows: 3,
  maxlength: longestEdit.contact,
})}`
}

function offFields(language: Language, view: EditView, wrong: Wrong): Html {
  const words = t(language).edit
  return html`${radios(language, {
    name: 'used',
    label: words.offChoice,
    value: textOf(view.typed, 'used'),
    error: wrong.used,
    choices: [
      { value: 'yes', label: words.on },
      { value: 'no', label: words.offYes },
    ],
  })}
${text(language, {
  name: 'off',
  label: words.offReason,
  optional: true,
  value: textOf(view.typed, 'off'),
  error: wrong.off,
  maxlength: longestEdit.reason,
})}`
}

/** A step as the fields of its form. */
export function fieldsOfStep(language: Language, step: SchoolStep): Typed {
  return {
    title: step.title[language],
    text: step.text[language],
    unit: step.term?.unit ?? 'none',
    count: step.term?.count === undefined ? '' : String(step.term.count),
    roles: step.roles,
    colleague: step.personId ?? '',
    contact: step.contact,
    covers: step.covers,
    used: step.off === undefined ? 'yes' : 'no',
    off: step.off ?? '',
  }
}

/** What happens when it is put in force, what it still lacks, and the one button. */
export function adoptPage(
  language: Language,
  { draft, check }: { draft: ReadEdition; check: Omit<CheckView, 'of'> },
): Html {
  const words = t(language).edit
  const open = check.findings.length > 0
  return html`<h1>${words.adoptTitle}</h1>
<p class="lead">${words.adoptLead}</p>
${open ? alert(language, { kind: 'info', content: html`<p>${words.adoptAnyway}</p>` }) : ''}
${findingList(language, check)}
<p><a href="${link(language, '/protocol/verschillen?concept=1')}">${t(language).read.differences}</a></p>
${form({
  action: link(language, '/protocol/aanpassen/vaststellen'),
  content: html`${readFields(asRead(draft))}${button({ text: words.adoptButton })}`,
})}`
}

/** The draft as it is on this page: whatever changes after this is read first. */
const readFields = ({ draft, print }: DraftAsRead): Html =>
  html`<input type="hidden" name="draft" value="${draft}">${printField(print)}`

export const discardPage = (language: Language, read: DraftAsRead): Html => {
  const words = t(language).edit
  return html`<h1>${words.discardTitle}</h1>
<p>${words.discardText}</p>
${form({
  action: link(language, '/protocol/aanpassen/weggooien'),
  content: html`${readFields(read)}${button({ text: words.discardButton, look: 'danger' })}`,
})}`
}
