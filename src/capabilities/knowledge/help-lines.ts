import { helpLines } from '#design/help-line/help-line.ts'
import { type Html, html } from '#design/html.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { HelpLine } from './help.ts'
import type { Knowledge } from './knowledge.ts'
import { origin } from './origin.ts'
import { t } from './words-on-screen.ts'

/** Lines of lines.yaml wherever somebody has to call: a number is written there and nowhere else. */

type Known = Pick<Knowledge, 'findLine' | 'findSource'>

const known = ({ findLine }: Known, ids: readonly string[]): readonly HelpLine[] =>
  ids.flatMap((id) => findLine(id) ?? [])

/** The number large enough to dial from paper, for whom it is, and how sure we are; under a heading of the second level. */
export const linesInFull = (
  knowledge: Known,
  language: Language,
  lines: readonly HelpLine[],
): Html =>
  helpLines(
    lines.map((line) => ({
      ...wayIn(language, line),
      about: html`${line.forWhom[language]}<br>${hours(language, line)}${sureness(knowledge, language, line)}`,
    })),
  )

export const linesById = (knowledge: Known, language: Language, ids: readonly string[]): Html =>
  linesInFull(knowledge, language, known(knowledge, ids))

/** In danger a person needs the number, not its source. */
export const linesInDanger = (knowledge: Known, language: Language, ids: readonly string[]): Html =>
  helpLines(
    known(knowledge, ids).map((line) => ({
      ...wayIn(language, line),
      about: html`${line.forWhom[language]}${line.when ? html`<br>${hours(language, line)}` : ''}`,
    })),
  )

/** Between other words: the name, the number or address, and how sure we are. Empty when none is known. */
export function linesInShort(knowledge: Known, language: Language, ids: readonly string[]): Html {
  const lines = known(knowledge, ids)
  if (lines.length === 0) return html``
  return html`<ul>${lines.map((line) => {
    const { name, phone, chat } = wayIn(language, line)
    const reach = phone
      ? html`: <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`
      : chat && html`: <a href="${chat.href}" rel="noreferrer noopener">${chat.text}</a>`
    return html`<li><strong>${name}${reach ?? ''}</strong><br><span class="quiet">${hours(language, line)}</span>${sureness(knowledge, language, line)}</li>\n`
  })}</ul>`
}

const wayIn = (language: Language, { name, phone, website }: HelpLine) => ({
  name: name[language],
  phone: phone === undefined ? undefined : unbroken(phone),
  chat: website === undefined ? undefined : { text: website, href: `https://${website}` },
})

const hours = (language: Language, { when }: HelpLine): Html =>
  when ? html`${when[language]}.<br>` : html``

/** How sure we are that this is right, and why. */
function sureness(knowledge: Known, language: Language, line: HelpLine): Html {
  const words = t(language)
  const { status, checked } = line
  const compared = checked === null ? words.neverChecked : words.checked(fullDay(language, checked))
  return html`${origin(knowledge, language, line)}. ${words.lineStatus[status]}${
    line.mark === 'sourced' ? html` ${compared}` : ''
  }`
}

/** A number that a line end cannot split. */
export const unbroken = (text: string): string =>
  text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
