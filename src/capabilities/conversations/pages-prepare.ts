import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { button } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { date, dateNames } from '#design/date/date.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { type FormPart, type Meanwhile, meanwhileChoice } from './conflict.ts'
import { type Person, sentences } from './page-parts.ts'
import { adviceAnswers, type ChosenQuestion, longest, policeAnswers } from './preparation.ts'
import { t } from './words.ts'

export type PrepareView = {
  /** where the form goes */
  readonly action: string
  readonly editing: boolean
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** that its writer read; 0 for a new one */
  readonly version: number
  readonly circle: readonly Person[]
  readonly me: string
  /** questions that the guide does not have any more */
  readonly chosenBefore: readonly ChosenQuestion[]
  readonly meanwhile: Meanwhile | undefined
}

export function preparePage(language: Language, knowledge: Knowledge, view: PrepareView): Html {
  const { typed, errors, key, version, meanwhile } = view
  const words = t(language).prepare
  const wrong = sentences(language, errors)
  const area = (name: 'adviceWords' | 'notToAsk' | 'goal' | 'othersKnow' | 'ownQuestions') => ({
    name,
    label: words[name],
    value: textOf(typed, name),
    error: wrong[name],
  })
  const line = (name: 'company' | 'moment' | 'place' | 'understanding') =>
    text(language, {
      name,
      label: words[name],
      hint: words[`${name}Hint`],
      optional: true,
      value: textOf(typed, name),
      error: wrong[name],
      maxlength: longest.line,
    })
  return html`${summaryOf(language, wrong)}
<h1>${view.editing ? words.editTitle : words.title}</h1>
<p class="lead">${words.lead} <a href="${link(language, '/kennis/gesprek')}">${words.guide}</a></p>
${form({
  action: link(language, view.action),
  content: html`${keyField(key)}<input type="hidden" name="version" value="${version}">
${meanwhile ? meanwhileChoice(language, preparationParts(language, knowledge, view), typed, meanwhile, wrong) : ''}
<h2>${words.before}</h2>
<p>${words.beforeText}</p>
${radios(language, {
  name: 'police',
  label: words.police,
  hint: words.policeHint,
  value: textOf(typed, 'police'),
  error: wrong.police,
  choices: policeAnswers.map((value) => ({ value, label: words.policeAnswers[value] })),
})}
${radios(language, {
  name: 'advice',
  label: words.advice,
  hint: words.adviceHint,
  value: textOf(typed, 'advice'),
  error: wrong.advice,
  choices: adviceAnswers.map((value) => ({ value, label: words.adviceAnswers[value] })),
})}
${textarea(language, { ...area('adviceWords'), rows: 2 })}
${textarea(language, { ...area('notToAsk'), hint: words.notToAskHint, optional: true, rows: 2 })}
<h2>${words.what}</h2>
${textarea(language, { ...area('goal'), hint: words.goalHint, rows: 3 })}
${select(language, {
  name: 'holder',
  label: words.holder,
  hint: words.holderHint,
  value: textOf(typed, 'holder'),
  error: wrong.holder,
  choices: view.circle.map(({ personId, name }) => ({
    value: personId,
    label: personId === view.me ? words.me(name) : name,
  })),
})}
${line('company')}
${date(language, {
  name: 'planned',
  label: words.planned,
  hint: words.plannedHint,
  optional: true,
  value: datePartsOf(typed, 'planned'),
  error: wrong.planned,
})}
${line('moment')}
${line('place')}
${textarea(language, { ...area('othersKnow'), hint: words.othersKnowHint, optional: true, rows: 2 })}
${line('understanding')}
<h2>${words.questions}</h2>
<p>${words.questionsText}</p>
${knowledge.conversationGuide.themes.map(({ id }) => themeField(language, knowledge, id, typed))}
${beforeField(language, view)}
${textarea(language, { ...area('ownQuestions'), hint: words.ownQuestionsHint, optional: true, rows: 3 })}
${button({ text: words.save })}`,
})}`
}

function themeField(
  language: Language,
  { conversationGuide }: Knowledge,
  theme: string,
  typed: Typed,
): Html {
  const words = t(language).prepare
  const { name, purpose } = conversationGuide.themes.find(({ id }) => id === theme) ?? {}
  const chosen = listOf(typed, `question-${theme}`)
  const kinds = new Map(conversationGuide.avoidances.map(({ id, name: kind }) => [id, kind]))
  return details({
    summary: name?.[language] ?? theme,
    open: chosen.length > 0,
    content: checkboxes(language, {
      name: `question-${theme}`,
      label: purpose?.[language] ?? theme,
      values: chosen,
      choices: conversationGuide.questions
        .filter((one) => one.theme === theme)
        .map((one) => ({
          value: one.id,
          label: one.text[language],
          hint: html`${one.purpose[language]}<br>${words.instead(one.avoid.text[language], kinds.get(one.avoid.kind)?.[language] ?? '')}${one.withPolice === 'leave' ? html`<br><strong>${words.leave}</strong>` : ''}`,
        })),
    }),
  })
}

/** What was chosen from a guide that has changed since stays chosen until somebody unticks it. */
function beforeField(language: Language, { chosenBefore, typed }: PrepareView): Html {
  if (chosenBefore.length === 0) return html``
  return checkboxes(language, {
    name: 'question-before',
    label: t(language).prepare.chosenBefore,
    values: listOf(typed, 'question-before'),
    choices: chosenBefore.map(({ id, text: said }) => ({ value: id, label: said[language] })),
  })
}

/** The parts of the form, for two people who filled it in at once. */
export function preparationParts(
  language: Language,
  { conversationGuide, findQuestion }: Knowledge,
  { circle }: Pick<PrepareView, 'circle'>,
): readonly FormPart[] {
  const { keys, prepare } = t(language)
  const part = (name: keyof typeof keys, told?: FormPart['told']): FormPart => ({
    name,
    label: keys[name],
    fields: [name],
    told: told ?? ((typed) => textOf(typed, name)),
  })
  const themes = [...conversationGuide.themes.map(({ id }) => id), 'before']
  const questions = themes.map((theme) => `question-${theme}`)
  return [
    part('police', (typed) => wordFor(prepare.policeAnswers, textOf(typed, 'police'))),
    part('advice', (typed) => wordFor(prepare.adviceAnswers, textOf(typed, 'advice'))),
    part('adviceWords'),
    part('notToAsk'),
    part('goal'),
    part(
      'holder',
      (typed) =>
        circle.find(({ personId }) => personId === textOf(typed, 'holder'))?.name ??
        t(language).unknownPerson,
    ),
    part('company'),
    {
      ...part('planned', (typed) => {
        const { day, month, year } = datePartsOf(typed, 'planned')
        return [day, month, year].filter(Boolean).join(' ')
      }),
      fields: Object.values(dateNames('planned')),
    },
    part('moment'),
    part('place'),
    part('othersKnow'),
    part('understanding'),
    {
      ...part('questions', (typed) =>
        questions
          .flatMap((name) => listOf(typed, name))
          .map((id) => findQuestion(id)?.text[language] ?? id)
          .join('\n'),
      ),
      fields: questions,
    },
    part('ownQuestions'),
  ]
}

export const wordFor = (words: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(words, value) ? (words[value] ?? '') : ''
