import { type Html, html } from '#design/html.ts'
import type { FormErrors } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { type Place, pathOf } from './desk.ts'
import { isErrorCode, t } from './words.ts'

export type Names = ReadonlyMap<string, string>

export type Person = { readonly personId: string; readonly name: string }

/** Error codes as the sentences of one language, by field. */
export function sentences(language: Language, errors: FormErrors): Record<string, string> {
  const words = t(language).errors
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, isErrorCode(code) ? words[code] : code]),
  )
}

export const nameOf = (language: Language, names: Names, id: string): string =>
  names.get(id) ?? t(language).unknownPerson

export const listPath = (caseId: string): string => `/casussen/${caseId}/gesprek`

/** The pages of one conversation, and their addresses below it. */
export const below = {
  edit: 'voorbereiding',
  sheet: 'blad',
  hold: 'gehouden',
  'edit-account': 'verslag',
  add: 'erbij',
  show: 'laat-lezen',
  close: 'afsluiten',
  'call-off': 'gaat-niet-door',
} as const
export type Below = keyof typeof below

export const belowPath = (place: Place, page: Below): string => `${pathOf(place)}/${below[page]}`

/** The way up from a page about conversations. */
export const wayUp = (
  language: Language,
  { caseId, caseCode }: { readonly caseId: string; readonly caseCode: string },
  conversation?: Place,
) => [
  { text: t(language).caseTitle(caseCode), href: link(language, `/casussen/${caseId}`) },
  { text: t(language).list.title, href: link(language, listPath(caseId)) },
  ...(conversation
    ? [{ text: t(language).conversation.title, href: link(language, pathOf(conversation)) }]
    : []),
]

/** A language by its own name in the language of the page; "another language" when it is not said. */
export const languageName = (language: Language, spoken: string): string =>
  spoken === 'other'
    ? t(language).hold.otherLanguage
    : (new Intl.DisplayNames(language, { type: 'language' }).of(spoken) ?? spoken)

/** The young person's words, in the language in which they were said, for eyes and for reading aloud. */
export const ownWords = (text: string, spoken: string): Html =>
  spoken === 'other'
    ? html`<blockquote class="own-words story" dir="auto">${text}</blockquote>`
    : html`<blockquote class="own-words story" lang="${spoken}" dir="auto">${text}</blockquote>`
