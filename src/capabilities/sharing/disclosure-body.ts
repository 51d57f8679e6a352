/** What leaves: every field is named here, as the recipient reads it. Pure but for the hash. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { organisationKinds, roles } from '#platform/actor.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { isId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'

/** Characters in one text, and things in one list: what a message can hold and a person can read. */
export const longest = { line: 300, text: 20_000, facts: 200, list: 50 } as const

const line = z.string().max(longest.line)
const text = z.string().max(longest.text)
const id = z.string().refine(isId)

const Origin = z.strictObject({
  organisation: line.min(1),
  kind: z.enum(organisationKinds),
  via: z.array(line).max(longest.list),
})

export const Fact = z.strictObject({
  id,
  kind: z.enum(['fact', 'interpretation', 'decision', 'own-words', 'identity']),
  text: text.min(1),
  source: text.min(1),
  on: z.iso.date().optional(),
  moment: text.optional(),
  beside: z.array(text).max(longest.list),
  origin: Origin,
})

/** The ground on which something leaves, as the recipient reads it. */
export const Basis = z.strictObject({
  road: line.min(1),
  edition: line.min(1),
  name: line.min(1),
  /** a rule made for it, or our own reading of the rules that there are */
  standing: z.enum(['law', 'own-reading']),
  limits: text,
  rules: z.array(z.strictObject({ title: line.min(1), where: line })).max(longest.list),
  conditions: z.array(z.strictObject({ ask: text.min(1), answer: text.min(1) })).max(longest.list),
})
export type Basis = z.infer<typeof Basis>

export const DisclosureBody = z.strictObject({
  disclosure: id,
  reference: line.min(1),
  /** the language in which the recipient reads it */
  language: z.enum(languages),
  salt: line.min(1),
  from: z.strictObject({
    organisation: line.min(1),
    kind: z.enum(organisationKinds),
    person: line.min(1),
    role: line.min(1),
  }),
  to: z.strictObject({ organisation: line.min(1), role: z.enum(roles) }),
  /** what the young person is called here: without a name, and different for every recipient */
  about: line.min(1),
  aim: line.min(1),
  /** the round table at which it is brought */
  at: z.strictObject({ kind: z.enum(['round-table']), id, reference: line.min(1) }).optional(),
  basis: Basis,
  endOn: z.iso.date(),
  question: text,
  /** the kind of message in which an answer is asked, `capability.word`; most ask for none */
  asks: z
    .string()
    .regex(/^[a-z-]{1,30}\.[a-z-]{1,30}$/)
    .optional(),
  facts: z.array(Fact).min(1).max(longest.facts),
})
export type DisclosureBody = z.infer<typeof DisclosureBody>
export type DisclosedFact = DisclosureBody['facts'][number]

/** Characters of all of it together: what a person can still read, and a message carries anywhere. */
const largest = 500_000

/** Why it cannot leave as it is: the fact that does not fit, or the part of the draft where it is mended. */
export type Misfit = {
  readonly place: 'facts' | 'road'
  readonly fact?: DisclosedFact | undefined
}

/** Held against the schema that the recipient reads it with, so that nobody sees as leaving what cannot arrive. */
export function misfitIn(body: DisclosureBody): Misfit | undefined {
  const read = DisclosureBody.safeParse(body)
  if (!read.success) {
    const [first, index] = read.error.issues[0]?.path ?? []
    const fact = first === 'facts' && typeof index === 'number' ? body.facts[index] : undefined
    return first === 'facts' ? { place: 'facts', fact } : { place: 'road' }
  }
  return canonicalJson(body).length > largest ? { place: 'facts' } : undefined
}

/** The hash that stands on both receipts, as hexadecimal digits: SHA-256 over the canonical text. */
export const bodyHash = (body: DisclosureBody): string =>
  createHash('sha256').update(canonicalJson(body)).digest('hex')
