import type { Advice, HelpLine, Knowledge, Reader } from '#capabilities/knowledge/index.ts'
import { helpLines } from '#design/help-line/help-line.ts'
import { type Html, html } from '#design/html.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import { words } from './words-on-screen.ts'

/** What to do now, for one reader. The order is that of the pack and never changes. */
export function whatNow(language: Language, knowledge: Knowledge, reader: Reader): Html {
  const listed = reader === 'young-person' ? linesCalmly : linesInFull
  const item = (advice: Advice) => {
    const lines = advice.lines.flatMap((id) => knowledge.findLine(id) ?? [])
    const danger = advice.step === 'danger'
    return html`<li class="what-now__step${danger ? ' alert alert--danger-now' : ''}">
<h3 class="what-now__title">${advice.title[language]}</h3>
<p>${advice.text[language]}</p>
${lines.length === 0 ? '' : danger ? callNow(language, lines) : listed(language, lines)}
</li>\n`
  }
  return html`<ol class="what-now">${knowledge.whatToDo(reader).map(item)}</ol>`
}

/** One line for right under what was found: danger comes before everything else. */
export function dangerFirst(language: Language, knowledge: Knowledge, reader: Reader): Html {
  const danger = knowledge.whatToDo(reader).find(({ step }) => step === 'danger')
  if (!danger) return html``
  const [number] = danger.lines.flatMap((id) => knowledge.findLine(id)?.phone ?? [])
  return html`<p class="danger-first"><a href="tel:${number}">${unbroken(danger.title[language])}</a> <a href="#what-now">${words(language).explore.whatNow}</a></p>`
}

/** In danger a person needs the number, not its source. */
const callNow = (language: Language, lines: readonly HelpLine[]): Html =>
  html`<ul class="what-now__call">${lines.map(
    ({ name, phone }) =>
      html`<li>${name[language]}: <a href="tel:${phone?.replaceAll(/\D/g, '')}">${phone ? unbroken(phone) : ''}</a></li>`,
  )}</ul>`

/** Whom to call or chat with, with what we know of their hours and how sure we are. */
const linesInFull = (language: Language, lines: readonly HelpLine[]): Html =>
  helpLines(
    lines.map((line) => ({
      ...wayIn(language, line),
      about: html`${line.forWhom[language]}<br>${hours(language, line)} ${standing(language, line)}`,
    })),
  )

/** For somebody who is afraid: one quiet sentence says of which lines we are not sure. */
function linesCalmly(language: Language, lines: readonly HelpLine[]): Html {
  const unsure = lines
    .filter(({ status }) => status !== 'sourced')
    .map(({ name }) => name[language])
  const about = ({ forWhom, when }: HelpLine) =>
    html`${forWhom[language]}${when ? html`<br>${hours(language, { when })}` : ''}`
  return html`${helpLines(lines.map((line) => ({ ...wayIn(language, line), about: about(line) })))}
${unsure.length === 0 ? '' : html`<p class="quiet">${words(language).line.unsureOf(listOf(language, unsure))}</p>`}`
}

const listOf = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(language).format(names)

/** The name, the number and the hours, for a page with one question. */
export const linesInShort = (language: Language, lines: readonly HelpLine[]): Html =>
  helpLines(lines.map((line) => ({ ...wayIn(language, line), about: hours(language, line) })))

const wayIn = (language: Language, { name, phone, website }: HelpLine) => ({
  name: name[language],
  phone: phone && unbroken(phone),
  chat: website === undefined ? undefined : { text: website, href: `https://${website}` },
})

/** A number that a line end cannot split. */
const unbroken = (phone: string): string =>
  phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')

const hours = (language: Language, { when }: Pick<HelpLine, 'when'>): string =>
  when ? when[language].replace(/\.?$/, '.') : ''

function standing(language: Language, { status, checked }: HelpLine): string {
  const { line } = words(language)
  if (status === 'not-verified') return line.notVerified
  if (status === 'undated') return line.undated
  return checked ? line.checked(fullDay(language, checked)) : line.sourced
}
