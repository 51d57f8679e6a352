import { button, buttonLink } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { timeline } from '#design/timeline/timeline.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { isOverdue, longest, statesAfter } from './action.ts'
import { actionPaths } from './action-paths.ts'
import { type AnsweredItem, answeredBy } from './answered-items.ts'
import { dueDay } from './page-actions.ts'
import { paperLine } from './paper-line.ts'
import type { Parliament } from './parliament.ts'
import type { Action, ActionEvent } from './read-actions.ts'
import { sentencesOf, t } from './words.ts'

type View = {
  readonly parliament: Parliament
  /** what actions here can answer to */
  readonly items: readonly AnsweredItem[]
  readonly action: Action
  readonly events: readonly ActionEvent[]
  /** of colleagues, by id */
  readonly names: ReadonlyMap<string, string>
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** ISO date */
  readonly today: string
}

/** One action: what it is, to what it answers, what happened, and the form to tell how it stands now. */
export function actionContent(language: Language, view: View): Html {
  const { action } = view
  const words = t(language).action
  const wrong = sentencesOf(language, view.errors)
  return html`${summaryOf(language, wrong)}
<h1>${action.title}</h1>
${summaryList(language, facts(language, view))}
<p>${buttonLink({ text: words.change, href: link(language, actionPaths.change(action.id)), look: 'secondary' })}</p>
${answersTo(language, view)}
<h2>${words.tell}</h2>
${developmentForm(language, view, wrong)}
<h2>${words.history}</h2>
${history(language, view)}`
}

function facts(language: Language, { action, today }: View) {
  const { actions: words, action: one, actionStates } = t(language)
  const overdue = isOverdue(action, today) ? ` (${words.overdue})` : ''
  return [
    { key: words.state, value: actionStates[action.state] },
    { key: words.line, value: action.line },
    { key: words.owner, value: action.owner },
    { key: one.partners, value: action.partners.join(', ') },
    { key: one.starts, value: dueDay(language, action.startsOn) },
    { key: words.due, value: `${dueDay(language, action.dueOn)}${overdue}` },
    { key: one.development, value: action.development },
    { key: words.next, value: action.nextStep },
  ]
}

function answersTo(language: Language, { items, action }: View): Html {
  if (action.items.length === 0) return html``
  const { action: words } = t(language)
  return html`<h2>${words.answersTo}</h2>
<ul>${action.items.map((id) => {
    const item = answeredBy(items, id)
    // The papers hold one edition, and an item can leave the register: then it is still told that there was one.
    if (!item) return html`<li>${words.notInEdition}</li>\n`
    return html`<li><a href="${item.href}">${item.title}</a> (${item.kind})</li>\n`
  })}</ul>`
}

function developmentForm(
  language: Language,
  { action, typed, key }: View,
  wrong: Readonly<Record<string, string>>,
): Html {
  const { action: words, actionStates } = t(language)
  return form({
    action: link(language, actionPaths.one(action.id)),
    content: html`${keyField(key)}
${radios(language, {
  name: 'state',
  label: words.newState,
  value: textOf(typed, 'state') || action.state,
  error: wrong.state,
  choices: statesAfter(action.state).map((value) => ({ value, label: actionStates[value] })),
})}
${textarea(language, { name: 'development', label: words.whatHappened, value: textOf(typed, 'development'), error: wrong.development, rows: 4, maxlength: longest.development })}
${textarea(language, { name: 'nextStep', label: words.nextStep, value: textOf(typed, 'nextStep'), error: wrong.nextStep, optional: true, rows: 2, maxlength: longest.nextStep })}
${text(language, { name: 'evidence', label: words.evidence, hint: words.evidenceHint, value: textOf(typed, 'evidence'), error: wrong.evidence, optional: true, maxlength: longest.evidence })}
${button({ text: words.save })}`,
  })
}

/** Newest last, with who, when and how it stood. */
function history(language: Language, { parliament, events, names }: View): Html {
  const { action: words, actionStates } = t(language)
  return timeline(
    events.map((event) => ({
      what: html`${words.kinds[event.kind]}: ${actionStates[event.state]}`,
      when: `${moment(language, event.happenedAt)}, ${names.get(event.byPerson) ?? words.somebody}`,
      content: html`${event.kind === 'told' ? html`<p>${event.development}</p>` : ''}
${event.kind === 'told' && event.nextStep ? html`<p>${words.nextWas(event.nextStep)}</p>` : ''}
${event.evidence ? html`<p>${words.evidence}: ${evidence(language, parliament, event.evidence)}</p>` : ''}
<p class="quiet">${event.dueOn === undefined ? words.noDueThen : words.dueThen(fullDay(language, event.dueOn))}</p>`,
    })),
  )
}

function evidence(language: Language, { findPaper }: Parliament, given: string): Html {
  const paper = findPaper(given)
  if (paper) return paperLine(language, paper)
  return given.startsWith('https://')
    ? html`<a href="${given}" rel="external noreferrer">${given}</a>`
    : html`${given}`
}
