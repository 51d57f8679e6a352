import { alert } from '#design/alert/alert.ts'
import { details } from '#design/details/details.ts'
import { helpLines } from '#design/help-line/help-line.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { type HelpLine, readers } from './help.ts'
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
${helpLines(knowledge.lines.map((line) => lineElement(knowledge, language, line)))}
${editionLine(language, knowledge.editions.lines)}`,
  }
}

function lineElement(knowledge: Knowledge, language: Language, line: HelpLine) {
  const { name, phone, website, forWhom, when } = line
  return {
    name: name[language],
    phone: phone === undefined ? undefined : unbroken(phone),
    chat: website === undefined ? undefined : { text: website, href: `https://${website}` },
    about: html`${forWhom[language]}<br>${when ? html`${when[language]}.<br>` : ''}${sureness(knowledge, language, line)}`,
  }
}

/** How sure we are that this is right, and why. */
function sureness(knowledge: Knowledge, language: Language, line: HelpLine): Html {
  const words = t(language)
  const { status, checked } = line
  const compared = checked === null ? words.neverChecked : words.checked(fullDay(language, checked))
  return html`${origin(knowledge, language, line)}. ${words.lineStatus[status]}${
    line.mark === 'sourced' ? html` ${compared}` : ''
  }`
}

/** A number that a line end cannot split. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
