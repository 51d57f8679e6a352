import { type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import { isMissing, type Paper } from './paper.ts'
import { paths } from './paths.ts'
import { referenceName } from './reference.ts'
import { t } from './words.ts'

/** A paper as every page names it: never without its number, and with the mark of what we did not find. */
export const paperLine = (language: Language, paper: Paper): Html =>
  html`<a href="${link(language, paths.paper(paper.id))}">${paper.title[language]}</a> (${paperName(language, paper)}${
    isMissing(paper) ? html`; ${t(language).found[paper.found]}` : ''
  })`

/** Its number as people write it; that we found none, or more than one, is said. */
export function paperName(language: Language, { id, numbers }: Paper): string {
  const words = t(language).paper
  if (numbers) return `${words.numbers.toLowerCase()}: ${numbers.join(', ')}`
  return referenceName(language, id) ?? words.numberUnknown
}
