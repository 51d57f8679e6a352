import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { moment } from '#platform/dates.ts'
import { link } from '#platform/language.ts'
import { howFar } from './answer-consultation.ts'
import { isInWords } from './consultation-in-words.ts'
import { paths } from './paths.ts'
import type { ReceivedPanel } from './received-panel.ts'
import { t } from './words.ts'

/** On the page of a delivery that asks for an answer in words: how far it is, and the way to it. */
export const inWordsPanel: ReceivedPanel = async (work, received, language) => {
  if (!isInWords(received.body?.asks)) return undefined
  const { consultation: words } = t(language)
  const { begun, sent } = await howFar(work, received.id)
  const text = sent ? words.read : begun ? words.goOn : words.begin
  return html`<section aria-labelledby="asked-answer"><h2 id="asked-answer">${words.title}</h2>
<p>${sent ? words.sentOn(moment(language, sent.at)) : words.asked}</p>
${
  received.state === 'accepted'
    ? html`<p>${buttonLink({ text, href: link(language, paths.answer(received.id)) })}</p>`
    : html`<p>${words.acceptFirst}</p>`
}</section>`
}
