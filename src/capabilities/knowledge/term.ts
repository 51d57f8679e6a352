import { z } from 'zod'
import { Edition } from './edition.ts'
import { sourced } from './provenance.ts'
import { BilingualText, Words } from './texts.ts'

/** A word of the field that is dotted-underlined on screen and opens to its explanation. */
const Term = sourced({
  name: BilingualText,
  explanation: BilingualText,
  /** the law that uses or defines the word, as Dutch lawyers cite it */
  law: Words.optional(),
})
export type Term = z.infer<typeof Term>

export const TermsFile = z.strictObject({ edition: Edition, terms: z.array(Term).min(1) })
export type TermsFile = z.infer<typeof TermsFile>
