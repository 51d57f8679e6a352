import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import { type Place, pathOf } from './desk.ts'
import { type Preparation, staysUnasked } from './preparation.ts'
import { t } from './words.ts'

/**
 * The sheet for on the table. Nothing on it says whom it is about, who made it or which case it is: of what
 * was typed it holds the own questions only, and what is not to be asked.
 */
export function sheetPage(
  language: Language,
  { conversationGuide }: Knowledge,
  preparation: Preparation,
  place: Place,
): Html {
  const words = t(language).sheet
  const asked = [
    ...preparation.questions
      .filter((one) => !staysUnasked(preparation, one))
      .map(({ text }) => text[language]),
    ...preparation.ownQuestions,
  ]
  const unasked = preparation.questions
    .filter((one) => staysUnasked(preparation, one))
    .map(({ text }) => text[language])
  const guide = (lines: typeof conversationGuide.limits) =>
    preparation.police === 'no' ? [] : lines.map(({ text }) => text[language])
  const limits = guide(conversationGuide.limits)
  const meanwhile = guide(conversationGuide.meanwhile)
  const leave = [...limits, ...preparation.notToAsk.split('\n').filter(Boolean), ...unasked]
  const step = (id: string) => conversationGuide.buildUp.find((one) => one.id === id)
  return html`<div class="conversation-sheet">
<h1>${words.title}</h1>
<p class="conversation-sheet__screen-only">${words.lead} <a href="${link(language, pathOf(place))}">${words.back}</a></p>
<h2>${words.begin}</h2>
<p>${step('introduce')?.text[language]} ${step('open')?.text[language]}</p>
<h2>${words.promise}</h2>
<p><strong>${words.promiseHint}</strong></p>
${bullets(conversationGuide.promises.map(({ text }) => text[language]))}
<h2>${words.ask}</h2>
${asked.length === 0 ? html`<p>${words.nothingChosen}</p>` : html`<ul class="conversation-sheet__questions">${asked.map((one) => html`<li>${one}</li>\n`)}</ul>`}
${leave.length > 0 ? html`<section class="conversation-sheet__leave"><h2>${words.leave}</h2>\n${bullets(leave)}${meanwhile.length > 0 ? html`<h3>${words.meanwhile}</h3>\n${bullets(meanwhile)}` : ''}</section>` : ''}
<h2>${words.end}</h2>
<p>${step('close')?.text[language]}</p>
<section class="conversation-sheet__notes"><h2>${words.notes}</h2>
<p>${words.notesHint}</p></section>
<p class="quiet">${words.guideMark} ${conversationGuide.edition.title[language]}.</p>
</div>`
}

const bullets = (lines: readonly string[]): Html =>
  html`<ul>${lines.map((line) => html`<li>${line}</li>\n`)}</ul>`
