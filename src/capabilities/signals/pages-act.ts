import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { select } from '#design/select/select.ts'
import { story } from '#design/story/story.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { sentences } from './pages-record.ts'
import { actPath, lastQuestion, type PagedAct } from './pages-signal.ts'
import type { ReadSignal } from './read-signal.ts'
import type { Colleague } from './recording.ts'
import { outcomes, withdrawalReasons } from './signal.ts'
import { t } from './words.ts'

export type ActView = {
  readonly act: PagedAct
  readonly signal: ReadSignal
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** only for passing on */
  readonly colleagues: readonly Colleague[]
}

/** One act, one page: what happens, what is needed for it, one button. */
export function actPage(language: Language, view: ActView): Html {
  const { act, signal, errors, key } = view
  const words = t(language).acts[act]
  const wrong = sentences(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="quiet">${t(language).signal.title(signal.reference)}</p>
<p>${words.text}</p>
${act === 'answer' && lastQuestion(signal) ? question(language, signal) : ''}
${form({
  action: link(language, actPath(signal.id, act)),
  content: html`${keyField(key)}${choice(language, view, wrong)}
${
  'field' in words
    ? textarea(language, {
        name: 'words',
        label: words.field,
        value: textOf(view.typed, 'words'),
        error: wrong.words,
        optional: act === 'pass',
        rows: 5,
      })
    : ''
}
${button({ text: words.button, look: act === 'withdraw' ? 'danger' : 'primary' })}`,
})}`
}

const question = (language: Language, signal: ReadSignal): Html =>
  html`<section class="panel" aria-label="${t(language).signal.yourTurn}">${story(lastQuestion(signal))}</section>`

function choice(
  language: Language,
  { act, typed, colleagues }: ActView,
  wrong: Record<string, string>,
): Html {
  const words = t(language)
  if (act === 'pass') {
    return select(language, {
      name: 'colleague',
      label: words.colleague,
      value: textOf(typed, 'colleague'),
      error: wrong.colleague,
      choices: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
    })
  }
  if (act === 'close') {
    return radios(language, {
      name: 'outcome',
      label: words.outcome,
      value: textOf(typed, 'outcome'),
      error: wrong.outcome,
      choices: outcomes.map((value) => ({ value, label: words.outcomes[value] })),
    })
  }
  if (act === 'withdraw') {
    return radios(language, {
      name: 'because',
      label: words.withdrawal,
      value: textOf(typed, 'because'),
      error: wrong.because,
      choices: withdrawalReasons.map((value) => ({ value, label: words.withdrawals[value] })),
    })
  }
  return html``
}
