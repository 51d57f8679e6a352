import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { radios } from '#design/radios/radios.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { listOf, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { sentencesIn } from '#platform/messages.ts'
import { fieldOf, typedFrom } from './answering-form.ts'
import { type Answers, askedOf, chosenIn } from './answers.ts'
import { paths } from './paths.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import { askedOn, type Step, stepsOf } from './steps.ts'
import { inGroups } from './survey-code.ts'
import { surveyPaths } from './survey-paths.ts'
import { t } from './words.ts'

/** What a school sees: a code, a few questions at a time, a look at everything, and thank you. */

type BeginView = {
  readonly typed: Typed
  readonly errors: FormErrors
  /** of the demonstration */
  readonly demoCodes: readonly string[]
  /** somebody who leads surveys is signed in */
  readonly interviewer: boolean
}

export function beginPage(language: Language, view: BeginView): PageParts {
  const { answer: words } = t(language)
  const wrong = sentencesIn(words.wrong, view.errors)
  return {
    title: words.title,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${view.interviewer ? alert(language, { kind: 'info', title: words.telephone, content: html`<p>${words.telephoneBegin}</p>` }) : ''}
${form({
  action: link(language, surveyPaths.begin),
  content: html`${text(language, { name: 'code', label: words.code, hint: words.codeHint, value: textOf(view.typed, 'code'), error: wrong.code, autocomplete: 'off' })}
${view.demoCodes.length > 0 ? html`<p class="quiet">${words.demoCodes(view.demoCodes.map(inGroups))}</p>` : ''}
${button({ text: words.begin })}`,
})}
${promises(language)}`,
  }
}

const promises = (language: Language): Html => {
  const { answer: words } = t(language)
  return html`<h2>${words.promise}</h2>
<ul>${words.promises.map((one) => html`<li>${one}</li>\n`)}</ul>
<p>${words.limits}</p>`
}

type StepView = {
  readonly questionnaire: Questionnaire
  readonly school: string
  /** many schools have one name */
  readonly municipality: string | undefined
  readonly answers: Answers
  /** the same, sealed: it comes back with the form, for when the browser loses it */
  readonly along: string
  /** counts from 0 */
  readonly at: number
  readonly typed: Typed
  readonly errors: FormErrors
  readonly interviewer: boolean
  /** somebody came from the last look, to change one answer */
  readonly fromCheck: boolean
}

export function stepPage(language: Language, view: StepView): PageParts {
  const { questionnaire, at } = view
  const { answer: words } = t(language)
  const step = stepsOf(questionnaire)[at]
  const section = questionnaire.sections.findIndex(({ id }) => id === step?.section)
  const title = questionnaire.sections[section]?.title[language] ?? questionnaire.title[language]
  const wrong = sentencesIn(words.wrong, view.errors)
  return {
    title: `${title}: ${questionnaire.title[language]}`,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<p class="quiet">${words.part(section + 1, questionnaire.sections.length)} ${words.page(at + 1, stepsOf(questionnaire).length)}</p>
<h1>${title}</h1>
${view.interviewer ? byTelephone(language, placed(view)) : html`<p class="quiet">${words.of(placed(view))} ${words.free}</p>`}
${form({
  action: link(language, surveyPaths.page(at + 1)),
  content: html`${before(view.along)}${view.fromCheck ? html`<input type="hidden" name="from" value="check">` : ''}
${step ? fields(language, view, step, wrong) : ''}
${buttonGroup(
  button({ text: words.next, name: 'go', value: 'next' }),
  ...(at > 0 ? [button({ text: words.back, name: 'go', value: 'back', look: 'secondary' })] : []),
)}
<p>${button({ text: words.later, name: 'go', value: 'later', look: 'subtle' })}</p>`,
})}`,
  }
}

const placed = ({ school, municipality }: Pick<StepView, 'school' | 'municipality'>): string =>
  municipality ? `${school} (${municipality})` : school

const before = (along: string): Html =>
  html`<input type="hidden" name="before" value="${along}">
`

function fields(
  language: Language,
  view: StepView,
  step: Step,
  wrong: Readonly<Record<string, string>>,
): Html {
  const { questionnaire, answers, typed, errors } = view
  const values = Object.keys(errors).length > 0 ? typed : typedFrom(answers)
  return html`${askedOn(questionnaire, step, answers).map((question) =>
    field(language, question, values, wrong[fieldOf(question.id)]),
  )}`
}

function field(
  language: Language,
  question: Question,
  values: Typed,
  error: string | undefined,
): Html {
  const { answer: words, reading } = t(language)
  const name = fieldOf(question.id)
  const label = question.text[language]
  const hint = question.hint?.[language]
  if (question.kind === 'text') {
    return textarea(language, {
      ...{ name, label, error, rows: 4, value: textOf(values, name) },
      hint: `${hint ?? words.noNames} ${words.most(question.longest)}`,
      optional: true,
    })
  }
  const choices = question.options.map((option) => ({
    value: option.id,
    label: option.text[language],
  }))
  return question.kind === 'one'
    ? radios(language, {
        ...{ name, label, hint, error, value: textOf(values, name) },
        // A choice that was made can be taken back: no question has to be answered.
        choices:
          textOf(values, name) === ''
            ? choices
            : [...choices, { value: '', label: words.noAnswer }],
      })
    : checkboxes(language, {
        ...{ name, label, error, choices, values: listOf(values, name) },
        hint: hint ?? reading.choose.many,
      })
}

const byTelephone = (language: Language, school: string): Html => {
  const { answer: words } = t(language)
  return html`${alert(language, { kind: 'info', title: words.telephone, content: html`<p>${words.telephoneText(school)}</p>` })}
${details({ summary: words.promise, content: html`<ul>${words.promises.map((one) => html`<li>${one}</li>\n`)}</ul>` })}`
}

type CheckView = Pick<
  StepView,
  'questionnaire' | 'school' | 'municipality' | 'answers' | 'along' | 'interviewer'
>

export function checkPage(language: Language, view: CheckView): PageParts {
  const { questionnaire, answers, interviewer } = view
  const { answer: words } = t(language)
  const steps = stepsOf(questionnaire)
  const pageOf = (question: Question) =>
    steps.findIndex(({ questions }) => questions.some(({ id }) => id === question.id)) + 1
  return {
    title: words.checkTitle,
    content: html`<h1>${words.checkTitle}</h1>
<p class="lead">${words.checkLead}</p>
${interviewer ? byTelephone(language, placed(view)) : html`<p class="quiet">${words.of(placed(view))}</p>`}
${summaryList(
  language,
  askedOf(questionnaire, answers).map((question) => ({
    key: question.text[language],
    value: told(language, question, answers) ?? html`<span class="quiet">${words.open}</span>`,
    change: `${link(language, surveyPaths.page(pageOf(question)))}?van=controle`,
  })),
)}
${form({
  action: link(language, surveyPaths.check),
  content: html`${before(view.along)}${buttonGroup(button({ text: words.submit }), button({ text: words.later, name: 'go', value: 'later', look: 'secondary' }))}`,
})}`,
  }
}

function told(language: Language, question: Question, answers: Answers): string | undefined {
  const chosen = chosenIn(answers, question.id)
  if (chosen.length === 0) return undefined
  if (question.kind === 'text') return chosen[0]
  return question.options
    .filter(({ id }) => chosen.includes(id))
    .map((option) => option.text[language])
    .join(', ')
}

export function keptPage(language: Language): PageParts {
  const { answer: words } = t(language)
  return {
    title: words.keptTitle,
    content: html`<h1>${words.keptTitle}</h1>
<p class="lead">${words.keptText}</p>
<p>${buttonLink({ text: words.goOn, href: link(language, surveyPaths.begin) })}</p>`,
  }
}

export function donePage(language: Language, interviewer: boolean): PageParts {
  const { answer: words } = t(language)
  return {
    title: words.doneTitle,
    content: html`<h1>${words.doneTitle}</h1>
<p class="lead">${words.doneText}</p>
${interviewer ? html`<p>${buttonLink({ text: words.nextCode, href: link(language, surveyPaths.begin) })}</p>` : ''}
<p>${words.doneNext} <a href="${link(language, paths.research)}">${words.toResults}</a></p>`,
  }
}

/** A code that opens nothing any more, and why. */
export function closedPage(
  language: Language,
  because: 'answered-already' | 'wave-closed',
): PageParts {
  const { answer: words } = t(language)
  const answered = because === 'answered-already'
  const title = answered ? words.answeredTitle : words.closedTitle
  return {
    title,
    content: html`<h1>${title}</h1>
<p class="lead">${answered ? words.answeredText : words.closedText}</p>
<p><a href="${link(language, paths.research)}">${words.toResults}</a></p>`,
  }
}

/** The browser lost the code: what was filled in goes along with it once more. `action`: where it was sent. */
export function codeAgainPage(
  language: Language,
  { typed, errors, action }: { typed: Typed; errors: FormErrors; action: string },
): PageParts {
  const { answer: words } = t(language)
  const wrong = sentencesIn(words.wrong, errors)
  const along = Object.entries(typed).filter(([name]) => name !== 'code')
  return {
    title: words.againTitle,
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.againTitle}</h1>
<p class="lead">${words.againText}</p>
${form({
  action: link(language, action),
  content: html`${along.flatMap(([name, value]) =>
    [value].flat().map((one) => html`<input type="hidden" name="${name}" value="${one}">\n`),
  )}${text(language, { name: 'code', label: words.code, hint: words.codeHint, value: textOf(typed, 'code'), error: wrong.code, autocomplete: 'off' })}
${button({ text: words.begin })}`,
})}`,
  }
}
