import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { Identifying } from './identifying.ts'
import { lookAlert, lookField } from './page-look.ts'
import { actPaths, type PagedAct, paths } from './paths.ts'
import type { ReadAdvice } from './read-advice.ts'
import { sentencesOf, t } from './words.ts'

export type ActView = {
  readonly act: PagedAct
  readonly read: ReadAdvice
  readonly typed: Typed
  readonly errors: FormErrors
  readonly look: readonly Identifying[]
  readonly key: string
}

/** One step, one page: what it means, what was said last, and one button. */
export function actPage(language: Language, view: ActView): Html {
  const { act, read, typed, errors, look, key } = view
  const words = t(language).acts[act]
  const wrong = sentencesOf(language, errors)
  const last = read.steps.findLast(({ words: said }) => said.text !== '')
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="quiet">${read.code}: ${read.topic}</p>
<p>${words.text}</p>
${act === 'reply' && last ? html`<h2>${t(language).happened[last.act]}</h2>\n${story(last.words.text)}` : ''}
${lookAlert(language, look)}
${form({
  action: link(language, `${paths.question(read.id)}/${actPaths[act]}`),
  content: html`${keyField(key)}
${act === 'close' ? closing(language, typed, wrong) : textarea(language, { name: 'text', label: words.label, value: textOf(typed, 'text'), error: wrong.text, rows: 8 })}
${lookField(language, look, wrong.looked)}
${button({ text: words.button })}`,
})}`
}

function closing(language: Language, typed: Typed, wrong: Readonly<Record<string, string>>): Html {
  const words = t(language).acts.close
  return html`${textarea(language, { name: 'outcome', label: words.label, hint: words.labelHint, value: textOf(typed, 'outcome'), error: wrong.outcome, rows: 5 })}
${textarea(language, { name: 'told', label: words.told, hint: words.toldHint, value: textOf(typed, 'told'), error: wrong.told, optional: true, rows: 3 })}`
}
