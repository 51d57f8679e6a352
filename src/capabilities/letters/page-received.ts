import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html, idFrom } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { blocksOnPage } from '#design/sheet/sheet.ts'
import { story } from '#design/story/story.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import type { readReceived } from './answer-received.ts'
import { longest } from './letter.ts'
import type { Section } from './letter-document.ts'
import { paths, publicPaths } from './paths.ts'
import { answers, canAnswer } from './round.ts'
import { t } from './words.ts'

type View = Awaited<ReturnType<typeof readReceived>> & {
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly key: string
}

/** The field in which somebody says something of the nth section. */
export const remarkField = (nth: number): string => `remark-${nth}`

/** A draft of another ministry, with room beside each section and an answer for the whole. */
export function receivedContent(language: Language, view: View): Html {
  const { row, from, wrong } = view
  const { received: words } = t(language)
  const { sections } = row
  return html`${summaryOf(language, wrong)}
<h1>${row.title}</h1>
${sections === null ? '' : html`<p class="lead">${words.lead(from)}</p>`}
${standing(language, row)}
${
  sections === null
    ? html`<p>${words.over}</p>
${ownRemarks(language, view)}`
    : canAnswer(row.state)
      ? answering(language, view, sections)
      : html`<p>${words.wait}</p>
${sections.map((section) => drawn(language, section))}
${ownRemarks(language, view)}`
}`
}

/** What we did with it, or what became of it: first on the page, for the answer is at the foot of a whole letter. */
function standing(language: Language, { id, state }: View['row']): Html {
  const { received: words } = t(language)
  const answer = html`<a href="#${idFrom('answer')}">${words.toAnswer}</a>`
  if (state === 'asked') return html`<p><strong>${words.states.asked}</strong>. ${answer}</p>`
  if (state === 'approved' || state === 'changes') {
    return alert(language, {
      kind: 'info',
      title: words.sent,
      content: html`<p>${words.said}: ${words.answers[state]}. ${words.sentText} ${answer}</p>`,
    })
  }
  return html`<p><strong>${words.states[state]}</strong></p>
${state === 'published' ? html`<p><a href="${link(language, publicPaths.one(id))}">${words.toPublic}</a></p>` : ''}`
}

function answering(language: Language, view: View, sections: readonly Section[]): Html {
  const { row, typed, wrong, key } = view
  const { received: words } = t(language)
  return html`<p>${words.version(row.version)}</p>
${ownRemarks(language, view)}
${form({
  action: link(language, paths.received(row.id)),
  content: html`${keyField(key)}<input type="hidden" name="digest" value="${row.digest}">
${sections.map((section, at) => {
  const name = remarkField(at + 1)
  return html`${drawn(language, section)}
${textarea(language, { name, label: words.remark(section.heading), value: textOf(typed, name), error: wrong[name], optional: true, rows: 2, maxlength: longest.remark })}`
})}
${radios(language, {
  name: 'answer',
  label: words.answer,
  hint: words.answerHint,
  value: textOf(typed, 'answer'),
  error: wrong.answer,
  choices: answers.map((value) => ({ value, label: words.answers[value] })),
})}
${button({ text: words.send })}`,
})}`
}

const drawn = (language: Language, { blocks }: Section): Html =>
  html`<div class="letter-paper" lang="nl">${blocksOnPage(language, blocks)}</div>`

function ownRemarks(language: Language, { row, remarks }: View): Html {
  const { received: words, letter } = t(language)
  if (remarks.length === 0) return html``
  const named = (id: string) => row.sections?.find((one) => one.id === id)?.heading ?? ''
  return html`<h2>${words.said}</h2>
<ul>${remarks.map(
    ({ section, version, words: said }) =>
      html`<li><strong>${[named(section), letter.version(version)].filter(Boolean).join(', ')}</strong>${story(said)}</li>\n`,
  )}</ul>`
}
