/** What a kind of answer brings to the walk that all of them share: its fields, and its own words. */
import type { Html } from '#design/html.ts'
import type { Actor } from '#platform/actor.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import type { DisclosureBody } from './disclosure-body.ts'

/** Which deliveries ask for it, and who may give it beside being in the role that was asked. */
export type AskedFor = {
  readonly asked: (kind: string) => boolean
  readonly may: (actor: Actor) => boolean
}

/** Who signs, and what. */
export type Signing = {
  /** of the delivery, as its sender numbered it */
  readonly disclosure: string
  /** of the answer */
  readonly answer: string
  /** the name of who signs */
  readonly by: string
  /** ISO date */
  readonly on: string
}

export type AnswerForm = AskedFor & {
  /** its own part of the address, behind that of the delivery */
  readonly place: string
  /** addresses of stylesheets that its fields need besides that of sharing */
  readonly styles: readonly string[]
  readonly words: (language: Language) => {
    readonly title: string
    readonly asked: string
    readonly begin: string
    readonly goOn: string
    readonly sentOn: (when: string) => string
    readonly pageTitle: (reference: string) => string
    readonly lead?: Html
  }
  /** Of what was typed, only what belongs to this form: it is kept as it is, right or wrong. */
  readonly draft: (typed: Typed) => Typed
  /** names of the fields in which people write; what is there comes back whatever happens */
  readonly written: (draft: Typed) => readonly string[]
  /** Whole, with what crosses then, as the handler of this kind has it; or everything that is missing, in codes. */
  readonly read: (
    draft: Typed,
    today: string,
  ) => { readonly errors: FormErrors } | { readonly message: (signing: Signing) => unknown }
  /** codes as sentences, by field */
  readonly sentences: (language: Language, errors: FormErrors) => Readonly<Record<string, string>>
  readonly fields: (
    language: Language,
    view: {
      readonly body: DisclosureBody
      readonly typed: Typed
      readonly wrong: Readonly<Record<string, string>>
    },
  ) => Html
  /** What was signed, as it left; it was whole then. */
  readonly signed: (
    language: Language,
    view: { readonly body: DisclosureBody; readonly typed: Typed },
  ) => Html
}
