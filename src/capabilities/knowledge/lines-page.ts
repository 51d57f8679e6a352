import { alert } from '#design/alert/alert.ts'
import { details } from '#design/details/details.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Language } from '#platform/language.ts'
import { readers } from './help.ts'
import { linesInFull, unbroken } from './help-lines.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine, origin } from './origin.ts'
import { t, wayUp } from './words-on-screen.ts'

/** Danger first, then what to do for whom, then every line with how sure we are of it. */
export function linesPage(knowledge: Knowledge, language: Language): PageParts {
  const words = t(language)
  return {
    title: words.linesTitle,
    breadcrumbs: wayUp(language),
    content: html`<h1>${words.linesTitle}</h1>
${alert(language, {
  kind: 'danger-now',
  title: words.dangerTitle,
  content: html`<p><a href="tel:112">${unbroken(words.dangerCall)}</a></p>`,
})}
<h2>${words.whatNow}</h2>
${readers.map((reader, index) =>
  details({
    open: index === 0,
    summary: words.stepsFor[reader],
    content: html`<ol>${knowledge
      .whatToDo(reader)
      .map(
        (advice) =>
          html`<li><strong>${advice.title[language]}</strong><br>${advice.text[language]} ${origin(knowledge, language, advice)}</li>\n`,
      )}</ol>`,
  }),
)}
<h2>${words.linesHeading}</h2>
<p>${words.linesLead}</p>
${linesInFull(knowledge, language, knowledge.lines)}
${editionLine(language, knowledge.editions.lines)}`,
  }
}
