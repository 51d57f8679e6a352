import type { Html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'

/** What every page must know about the request it answers. */
export type PageContext = {
  readonly language: Language
  /** path without the /en prefix, query included: the language switch leads to the same page */
  readonly path: string
  /** the answer to a form: asking for it again, in the other language, would lose what it says */
  readonly answersForm?: boolean
  readonly demo: boolean
  /** where somebody is in the story of the demonstration */
  readonly demoStep?: Html
  readonly person?: {
    readonly name: string
    readonly organisation: string
    readonly roles: readonly string[]
  }
  /** shown where a child may be watched while reading */
  readonly quickExit: boolean
  readonly csrfToken?: string
  /** the main places of this person, in the order of use; none for someone who is not signed in */
  readonly navigation?: readonly { readonly text: string; readonly href: string }[]
  /** the address of an asset, with the hash of its content in it */
  readonly asset: (name: string) => string
}
