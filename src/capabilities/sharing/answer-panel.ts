import { buttonLink } from '#design/button/button.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { howFar } from './answer-consultation.ts'
import type { AnswerForm } from './answer-form.ts'
import { paths } from './paths.ts'
import type { ReceivedDelivery } from './received.ts'
import { t } from './words.ts'

/**
 * On the page of a delivery that asks for an answer, for who may give it: how far it is, and the way to it. Runs in
 * the transaction of that page, whose entry in the trail says that it was read.
 */
export async function answerPanel(
  work: Work,
  forms: readonly AnswerForm[],
  received: ReceivedDelivery,
  language: Language,
): Promise<Html | undefined> {
  const kind = received.body?.asks
  const form = forms.find(({ asked, may }) => kind && asked(kind) && may(work.actor))
  if (!form) return undefined
  const { consultation: common } = t(language)
  const own = form.words(language)
  const { begun, sent } = await howFar(work, received.id)
  const text = sent ? common.read : begun ? own.goOn : own.begin
  const href = link(language, paths.answer(received.id, form.place))
  return html`<section aria-labelledby="asked-answer"><h2 id="asked-answer">${own.title}</h2>
<p>${sent ? own.sentOn(moment(language, sent.at)) : own.asked}</p>
${
  received.state === 'accepted'
    ? html`<p>${buttonLink({ text, href })}</p>`
    : html`<p>${common.acceptFirst}</p>`
}</section>`
}
