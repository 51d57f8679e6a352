/** What a program of the organisation brings to be delivered: there is no file of it here. */
import { z } from 'zod'
import { roles } from '#platform/actor.ts'
import { languages } from '#platform/language.ts'
import { recallReasons } from './disclosure.ts'
import { Fact, longest } from './disclosure-body.ts'
import { longestWords } from './forms.ts'
import type { ShareableFact } from './shareable-fact.ts'

/** What somebody reads later: something must stand there, and a database must be able to keep it. */
const readable = (text: string): boolean =>
  text.trim() !== '' && text.isWellFormed() && !text.includes('\u0000')

const words = (most: number) => z.string().min(1).max(most).refine(readable)
const maybe = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text === '' || readable(text))

/** Who decided: no account is needed, and no name is asked. */
const DecidedBy = z.strictObject({
  function: words(120),
  /** how the partner system finds them; the recipient does not read it */
  reference: words(120),
})

const BroughtFact = Fact.omit({ id: true, origin: true, beside: true }).extend({
  text: words(longest.text),
  source: words(longest.text),
  moment: words(longest.text).optional(),
  beside: z.array(words(longest.text)).max(longest.list).default([]),
  /** left out when the sender itself saw or heard it */
  origin: Fact.shape.origin
    .extend({
      organisation: words(longest.line),
      via: z.array(words(longest.line)).max(longest.list),
    })
    .optional(),
})

export const NewDisclosure = z.strictObject({
  /** the line of the sharing table */
  line: z.string().min(1).max(100),
  aim: z.string().min(1).max(100),
  to: z.strictObject({ organisation: z.uuid(), role: z.enum(roles) }),
  /** in which role of the sharing table it was decided */
  role: z.enum(roles),
  decidedBy: DecidedBy,
  why: words(longestWords),
  /** what the partner system calls the file of the young person; the recipient reads a code instead */
  about: words(200),
  answers: z.record(z.string().max(100), words(longestWords)),
  language: z.enum(languages),
  question: maybe(longestWords).default(''),
  /** the last day; ninety days on when it is left out */
  endOn: z.iso.date().optional(),
  endReason: maybe(longestWords).default(''),
  facts: z.array(BroughtFact).min(1).max(longest.facts),
})
export type NewDisclosure = z.output<typeof NewDisclosure>

export const DisclosureReply = z.strictObject({ decidedBy: DecidedBy, words: words(longestWords) })

export const DisclosureRecall = z.strictObject({
  decidedBy: DecidedBy,
  because: z.enum(recallReasons),
  words: words(longestWords),
})

/** As it lies sealed with the disclosure. */
export type Brought = {
  /** what the organisation called the program */
  readonly program: string
  readonly about: string
  readonly why: string
  readonly facts: readonly ShareableFact[]
}
