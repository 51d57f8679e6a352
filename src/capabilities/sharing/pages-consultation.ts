import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { fullDay, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { ReadConsultation } from './answer-consultation.ts'
import { longestWords } from './forms.ts'
import { inFours } from './page-delivery.ts'
import { paths } from './paths.ts'
import { sentencesOf, t } from './words.ts'

type View = {
  readonly read: ReadConsultation<Typed>
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** it was kept just now */
  readonly kept: boolean
}

/** The question, and the answer in own words until it is signed. */
export function answerPage(language: Language, view: View): Html {
  const { read, typed, errors, key, kept } = view
  const { consultation: words } = t(language)
  const wrong = sentencesOf(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${words.pageTitle(read.reference)}</h1>
${kept ? alert(language, { kind: 'info', content: html`<p>${words.kept}</p>` }) : ''}
<h2>${words.question}</h2>
${story(read.body.question)}
<p>${read.anotherAnswered ? html`<strong>${words.anotherAnswered}</strong> ` : ''}${words.until(fullDay(language, read.endOn))}</p>
${form({
  action: link(language, paths.answer(read.id)),
  content: html`${keyField(key)}
${text(language, { name: 'capacity', label: words.capacity, hint: words.capacityHint, value: textOf(typed, 'capacity'), error: wrong.capacity })}
${textarea(language, { name: 'words', label: words.words, hint: words.wordsHint, value: textOf(typed, 'words'), error: wrong.words, rows: 10, maxlength: longestWords })}
<p>${words.signText}</p>
${buttonGroup(
  button({ text: words.sign, name: 'act', value: 'sign' }),
  button({ text: words.keep, look: 'secondary', name: 'act', value: 'keep' }),
)}`,
})}`
}

/** What was signed, as it left. */
export function sentAnswerPage(language: Language, { read }: Pick<View, 'read'>): Html {
  const { consultation: words, sent: asSent } = t(language)
  const { sent, words: typed = {} } = read
  return html`<h1>${words.pageTitle(read.reference)}</h1>
${
  sent
    ? html`<p class="lead">${words.sentOn(moment(language, sent.at))}</p>
${sent.refused ? alert(language, { kind: 'info', content: html`<p>${words.refused}</p>` }) : ''}`
    : ''
}
<p>${words.until(fullDay(language, read.endOn))}</p>
<h2>${words.question}</h2>
${story(read.body.question)}
<h2>${words.words}</h2>
<p class="quiet">${textOf(typed, 'capacity')}</p>
${story(textOf(typed, 'words'))}
${sent ? html`<h2>${asSent.receipt}</h2>\n<p><code class="hash">${inFours(sent.hash)}</code></p>` : ''}`
}
