import { alert } from '#design/alert/alert.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import type { Language } from '#platform/language.ts'
import { type HelpLine, readers } from './help.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine, origin } from './origin.ts'
import { dateInWords, t, wayUp } from './words-on-screen.ts'

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
${readers.map((reader) =>
  details({
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
${knowledge.lines.map((line) => oneLine(knowledge, language, line))}
${editionLine(language, knowledge.editions.lines)}`,
  }
}

function oneLine(knowledge: Knowledge, language: Language, line: HelpLine): Html {
  const words = t(language)
  const { status, checked } = line
  const rows = [
    { key: words.forWhom, value: line.forWhom[language] },
    { key: words.when, value: line.when[language] },
    {
      key: words.sure,
      value: html`${words.lineStatus[status]}.<br>${
        checked === null ? words.neverChecked : words.checked(dateInWords(language, checked))
      }.<br>${origin(knowledge, language, line)}`,
    },
  ]
  return html`<section id="${line.id}"><h3>${line.name[language]}</h3>
${phoneLink(language, line)}
${line.website ? html`<p>${words.website}: <a href="https://${line.website}" rel="noreferrer">${line.website}</a></p>` : ''}
${summaryList(language, rows)}</section>
`
}

/** The number as people read it, leading to the number as a telephone dials it. */
export const phoneLink = (language: Language, { phone }: HelpLine): Html =>
  phone === undefined
    ? html``
    : html`<p class="lead"><a href="tel:${phone.replaceAll(/[^0-9]/g, '')}">${unbroken(`${t(language).call} ${phone}`)}</a></p>`

/** A number that a line end cannot split. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
