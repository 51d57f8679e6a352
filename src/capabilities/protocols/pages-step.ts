import { entryFields } from '#capabilities/cases/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { tag } from '#design/tag/tag.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { immediateParts } from './pages-parts.ts'
import { stepCalls, stepExplained } from './pages-protocol.ts'
import { immediateBanner } from './pages-run.ts'
import { dueText, lapsingSteps } from './pages-run-steps.ts'
import type { Field } from './protocol.ts'
import type { RunView, StepView } from './read-run.ts'
import { immediatePath, runPath, stepPath } from './run-place.ts'
import { fieldsFor, longestReason, needsDecision, prefixOf } from './step-form.ts'
import { sentences, t } from './words.ts'

export type FormView = {
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** an example of a date, as numbers */
  readonly today: string
}

/** One step: what to do, whom to call, and the form that writes it down. */
export function stepPage(
  language: Language,
  knowledge: Knowledge,
  { run, one }: { run: RunView; one: StepView },
  view: FormView,
): Html {
  const words = t(language).step
  const { step, state } = one
  const wrong = sentences(language, view.errors)
  const may = run.mayDecide || !needsDecision(step)
  const open = state === 'open' && run.canAct
  return html`${summaryOf(language, wrong)}
<h1>${step.title[language]} ${run.drill ? tag(t(language).run.drillTag) : ''}</h1>
${run.canAct && run.state !== 'ended' ? immediateBanner(language, run) : ''}
<p><strong>${open ? dueText(language, one) : t(language).run.states[state]}</strong> ${one.overdue ? tag(t(language).run.overdue) : ''}</p>
<h2>${words.what}</h2>
${stepExplained(language, step)}
${stepCalls(language, knowledge, step)}
${open ? '' : html`<p>${words.notOpen}</p>`}
${open && !may ? alert(language, { kind: 'info', content: html`<p>${words.mayNot}</p>` }) : ''}
${open && may ? stepForm(language, { run, one }, view, wrong) : ''}
${open && run.mayDecide ? html`<p>${buttonLink({ text: words.skip, href: link(language, `${stepPath(run.home, run.id, step.id)}/overslaan`), look: 'subtle' })}</p>` : ''}`
}

type Wrong = Readonly<Record<string, string>>

function stepForm(
  language: Language,
  { run, one }: { run: RunView; one: StepView },
  view: FormView,
  wrong: Wrong,
): Html {
  const words = t(language).step
  const { step } = one
  return html`<h2>${words.write}</h2>
<p>${run.drill ? words.drillHint : words.writeHint}</p>
${step.ends ? endsRun(language, run, step.id) : ''}
${form({
  action: link(language, stepPath(run.home, run.id, step.id)),
  content: html`${keyField(view.key)}${fieldsFor(step.form, run.mayDecide).map((field) => fieldPart(language, { field, all: step.form }, view, wrong))}
${
  step.repeat
    ? radios(language, {
        name: 'again',
        label: step.repeat.question[language],
        value: textOf(view.typed, 'again'),
        error: wrong.again,
        inline: true,
        choices: [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ],
      })
    : ''
}
${buttonGroup(button({ text: words.done }))}`,
})}`
}

/** What is dropped when the last step is done, so that nobody drops a term of a law without seeing it. */
function endsRun(language: Language, run: RunView, ending: string): Html {
  const lapsing = lapsingSteps(language, run, ending)
  if (!lapsing) return html``
  return alert(language, {
    kind: 'info',
    content: html`<p>${t(language).step.endsRun}</p>\n${lapsing}`,
  })
}

type Asked = { readonly field: Field; readonly all: readonly Field[] }

/** Which answer of this form makes a date needed: "Vul dit in als je antwoordt: Ja". */
function neededIf(language: Language, { field, all }: Asked): string {
  const condition = field.kind === 'date' ? field.onlyIf : undefined
  const asked = all.find(({ id }) => id === condition?.field)
  if (asked?.kind !== 'choice') return ''
  const answer = asked.options.find(({ id }) => id === condition?.is)
  return answer ? t(language).step.neededIf(answer.label[language]) : ''
}

function fieldPart(language: Language, { field, all }: Asked, view: FormView, wrong: Wrong): Html {
  const { id, label, hint } = field
  const asked = {
    name: id,
    label: label[language],
    hint: hint?.[language],
    error: wrong[id],
  }
  switch (field.kind) {
    case 'choice':
      return radios(language, {
        ...asked,
        value: textOf(view.typed, id),
        choices: field.options.map((one) => ({ value: one.id, label: one.label[language] })),
      })
    case 'choices':
      return checkboxes(language, {
        ...asked,
        values: listOf(view.typed, id),
        choices: field.options.map((one) => ({ value: one.id, label: one.label[language] })),
      })
    case 'date':
      return date(language, {
        ...asked,
        hint: [
          neededIf(language, { field, all }),
          asked.hint ?? `${t(language).step.example(view.today)}.`,
        ]
          .filter(Boolean)
          .join(' '),
        value: datePartsOf(view.typed, id),
      })
    default:
      return entryFields(
        language,
        field.kind,
        { typed: view.typed, wrong, people: new Map() },
        {
          prefix: prefixOf(field),
          label: label[language],
          hint: hint?.[language],
          optional: field.optional,
        },
      )
  }
}

/** Not doing a step, with a reason. */
export function skipPage(
  language: Language,
  { run, one }: { run: RunView; one: StepView },
  view: FormView,
): Html {
  const words = t(language).step
  const wrong = sentences(language, view.errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.skipTitle(one.step.title[language])}</h1>
${run.state === 'ended' ? '' : immediateBanner(language, run)}
${
  run.mayDecide
    ? html`<p>${words.skipText}</p>
${form({
  action: link(language, `${stepPath(run.home, run.id, one.step.id)}/overslaan`),
  content: html`${keyField(view.key)}${reasonField(language, view, wrong, words.skipReason)}
${button({ text: words.skipButton })}`,
})}`
    : html`<p>${words.mayNotSkip}</p>`
}`
}

export const reasonField = (
  language: Language,
  { typed }: Pick<FormView, 'typed'>,
  wrong: Wrong,
  label: string,
): Html =>
  textarea(language, {
    name: 'reason',
    label,
    value: textOf(typed, 'reason'),
    error: wrong.reason,
    rows: 4,
    maxlength: longestReason,
  })

/** Danger now: telephone numbers first; afterwards what happened is written down. */
export function immediatePage(
  language: Language,
  knowledge: Knowledge,
  run: RunView,
  view: FormView,
): Html {
  const words = t(language).immediate
  const parts = immediateParts(knowledge, language, run.protocol, run.names)
  const wrong = sentences(language, view.errors)
  const path = immediatePath(run.home, run.id)
  return html`${summaryOf(language, wrong)}
<h1>${words.title} ${run.drill ? tag(t(language).run.drillTag) : ''}</h1>
<h2>${words.call}</h2>
${parts.call}
${
  run.state === 'running' && run.canAct
    ? html`${form({
        action: link(language, path),
        content: html`${keyField(view.key)}<p>${words.takeText} ${run.drill ? '' : words.takeTask}</p>
${button({ text: words.take, look: 'danger' })}`,
      })}
<p><a href="${link(language, runPath(run.home, run.id))}">${words.notNow}</a></p>`
    : ''
}
${
  run.state === 'immediate' && run.canAct
    ? html`<h2>${words.running}</h2>
<p>${words.runningText}</p>
${form({
  action: link(language, `${path}/klaar`),
  content: html`${keyField(view.key)}${immediateFields(language).map((field) => fieldPart(language, { field, all: [] }, view, wrong))}
${button({ text: words.finish })}`,
})}`
    : ''
}
<h2>${t(language).read.immediate}</h2>
${parts.explained}`
}

/** What is asked once the danger is over. */
export const immediateFields = (language: Language): readonly Field[] => {
  const { what, contact } = t(language).immediate
  const both = (label: string) => ({ nl: label, en: label })
  return [
    { kind: 'fact', id: 'what', label: both(what), optional: false },
    { kind: 'contact', id: 'contact', label: both(contact), optional: true },
  ]
}
