import { type Content, type Html, html } from '#design/html.ts'
import { words } from '#design/words.ts'
import type { Language } from '#platform/language.ts'

export type GlossaryTerm = {
  readonly word: string
  /** phrasing only: it may stand in a paragraph */
  readonly explanation: Content
  /** unique on the page */
  readonly id: string
}

/** A word that opens its meaning, without script. A browser that cannot open it shows the meaning in the text. */
export const glossaryTerm = (language: Language, { word, explanation, id }: GlossaryTerm): Html =>
  html`<button class="glossary-term" type="button" popovertarget="${id}">${word}<span class="visually-hidden">, ${
    words(language).explained
  }</span></button><span class="glossary-term__meaning" id="${id}" popover><strong>${word}</strong> ${explanation}</span>`
