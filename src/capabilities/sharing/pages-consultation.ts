import { alert } from '#design/alert/alert.ts'
import { button, buttonGroup } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form as formOf } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { fullDay, moment } from '#platform/dates.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { ReadConsultation } from './answer-consultation.ts'
import type { AnswerForm } from './answer-form.ts'
import { inFours } from './page-delivery.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type View = {
  readonly form: AnswerForm
  readonly read: ReadConsultation<Typed>
  readonly typed: Typed
  readonly errors: FormErrors
  readonly key: string
  /** it was kept just now */
  readonly kept: boolean
}

/** The question, and the answer until it is signed. */
export function answerPage(language: Language, view: View): Html {
  const { form, read, typed, errors, key, kept } = view
  const { consultation: words } = t(language)
  const own = form.words(language)
  const wrong = form.sentences(language, errors)
  return html`${summaryOf(language, wrong)}
<h1>${own.pageTitle(read.reference)}</h1>
${kept ? alert(language, { kind: 'info', content: html`<p>${words.kept}</p>` }) : ''}
${own.lead ?? ''}
${questionOf(language, read)}
<p>${read.anotherAnswered ? html`<strong>${words.anotherAnswered}</strong> ` : ''}${words.until(fullDay(language, read.endOn))}</p>
${formOf({
  action: link(language, paths.answer(read.id, form.place)),
  content: html`${keyField(key)}
${form.fields(language, { body: read.body, typed, wrong })}
<p>${words.signText}</p>
${buttonGroup(
  button({ text: words.sign, name: 'act', value: 'sign' }),
  button({ text: words.keep, look: 'secondary', name: 'act', value: 'keep' }),
)}`,
})}`
}

/** What was signed, as it left. */
export function sentAnswerPage(
  language: Language,
  { form, read, sent }: Pick<View, 'form' | 'read'> & { sent: { at: string; hash: string } },
): Html {
  const { consultation: words, sent: asSent } = t(language)
  const own = form.words(language)
  return html`<h1>${own.pageTitle(read.reference)}</h1>
<p class="lead">${own.sentOn(moment(language, sent.at))}</p>
<p>${words.until(fullDay(language, read.endOn))}</p>
${questionOf(language, read)}
${form.signed(language, { body: read.body, typed: read.words ?? {} })}
<h2>${asSent.receipt}</h2>
<p><code class="hash">${inFours(sent.hash)}</code></p>`
}

const questionOf = (language: Language, { body }: ReadConsultation<Typed>): Html | '' =>
  body.question === ''
    ? ''
    : html`<h2>${t(language).consultation.question}</h2>\n${story(body.question)}`
