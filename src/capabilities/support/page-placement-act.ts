import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { paths } from './paths.ts'
import { endings, goalAnswers, type PlacementAct, reporters } from './placement.ts'
import { actPaths, goalField, goalWhyField } from './placement-forms.ts'
import { sentencesOf, t } from './words.ts'

export type ActView = {
  readonly act: PlacementAct
  readonly caseId: string
  readonly id: string
  readonly name: string
  readonly goals: readonly string[]
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
}

/** One step, one page: what it means, what is needed for it, one button. */
export function placementActPage(language: Language, view: ActView): Html {
  const { act, caseId, id, name, typed, errors, key } = view
  const words = t(language).acts[act]
  const wrong = sentencesOf(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="quiet">${name}</p>
<p>${words.text}</p>
${form({
  action: link(language, `${paths.placement(caseId, id)}/${actPaths[act]}`),
  content: html`${keyField(key)}
${fields(language, view, wrong)}
${date(language, { name: 'on', label: words.day, hint: t(language).form.dayHint, value: datePartsOf(typed, 'on'), error: wrong.on })}
${act === 'start' || act === 'report' ? date(language, { name: 'ask', label: t(language).form.askOn, hint: t(language).form.askHint, value: datePartsOf(typed, 'ask'), error: wrong.ask, optional: true }) : ''}
${button({ text: words.button, look: act === 'withdraw' ? 'danger' : 'primary' })}`,
})}`
}

type Wrong = Readonly<Record<string, string>>

function fields(language: Language, view: ActView, wrong: Wrong): Html {
  const words = t(language).form
  const value = (name: string) => textOf(view.typed, name)
  const choose = <T extends string>(
    name: string,
    label: string,
    choices: readonly T[],
    labels: Readonly<Record<T, string>>,
  ) =>
    radios(language, {
      name,
      label,
      value: value(name),
      error: wrong[name],
      choices: choices.map((each) => ({ value: each, label: labels[each] })),
    })
  const write = (name: string, label: string, optional = false, hint?: string) =>
    textarea(language, {
      name,
      label,
      hint,
      value: value(name),
      error: wrong[name],
      optional,
      rows: 4,
    })
  switch (view.act) {
    case 'agree':
      return html`${choose('is16', words.is16, ['yes', 'no'], { yes: words.yes, no: words.no })}
${(['pupil', 'parents'] as const).map(
  (who) => html`${choose(who, words.voices[who], ['yes', 'no', 'not-asked'], words.answers)}
${write(`${who}Words`, words.voiceWords[who])}`,
)}
<p>${words.provider}</p>`
    case 'decline':
      return html`${choose('by', words.declinedBy, ['pupil', 'parents', 'both'], words.declined)}
${write('text', words.words)}`
    case 'withdraw':
      return write('text', words.reason)
    case 'start':
      return write('text', words.note, true)
    case 'report':
      return html`${choose('from', words.from, reporters, words.froms)}
${write('text', words.report)}`
    case 'end':
      return html`${choose('because', words.because, endings, words.endings)}
${write('text', words.note, true)}`
    case 'evaluate':
      return html`${view.goals.map(
        (goal, index) => html`${choose(goalField(index), goal, goalAnswers, words.goalAnswers)}
${write(goalWhyField(index), `${words.goalWhy} (${index + 1})`, true)}`,
      )}
${write('pupilVoice', words.pupilVoice, false, words.pupilVoiceHint)}
${write('whyNoVoice', words.whyNoVoice)}`
  }
}
