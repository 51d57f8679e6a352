import { howFar, type ReceivedPanel } from '#capabilities/sharing/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { moment } from '#platform/dates.ts'
import { link } from '#platform/language.ts'
import { mayAssess } from './access.ts'
import { assessmentKind } from './assessment-message.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** On the page of a delivery that asks for an assessment, for who may give one: how far it is, and the way to it. */
export const assessmentPanel: ReceivedPanel = async (work, received, language) => {
  if (received.body?.asks !== assessmentKind || !mayAssess(work.actor)) return undefined
  const words = t(language).assessment
  const { begun, sent } = await howFar(work, received.id)
  const text = sent ? words.read : begun ? words.goOn : words.begin
  return html`<section aria-labelledby="asked-assessment"><h2 id="asked-assessment">${words.title}</h2>
<p>${sent ? words.sentOn(moment(language, sent.at)) : words.asked}</p>
${
  received.state === 'accepted'
    ? html`<p>${buttonLink({ text, href: link(language, paths.assessment(received.id)) })}</p>`
    : html`<p>${words.acceptFirst}</p>`
}</section>`
}
