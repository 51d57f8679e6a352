import { z } from 'zod'
import { type AskedKind, askedKinds } from '#capabilities/knowledge/index.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { type Contribution, effects, longestText, origins } from './contribution.ts'

/** Fields of a card carry its kind in front, so that two kinds can stand on one page. */
export const fieldOf = (kind: AskedKind, name: string): string => `${kind}-${name}`

const text = z.string().trim().min(1, 'words-missing').max(longestText, 'too-long')
const code = (message: string) => z.string(message).trim().min(1, message).max(60, message)

const plain = z.object({ text })
const cards = {
  fact: z.object({
    text,
    origin: z.enum(origins, 'choose-origin'),
    moment: z.string().trim().max(120, 'too-long').default(''),
  }),
  thought: plain,
  mark: z.object({
    domain: code('choose-domain'),
    lens: code('choose-lens'),
    effect: z.enum(effects, 'choose-effect'),
    text,
  }),
  explanation: z.object({
    text,
    innocent: z.enum(['yes', 'no'], 'choose-innocent').transform((said) => said === 'yes'),
  }),
  unknown: plain,
  question: plain,
  advice: plain,
  insight: plain,
} as const

const fieldNames = (kind: AskedKind): readonly string[] => Object.keys(cards[kind].shape)

export const kindIn = (typed: Typed): AskedKind | undefined =>
  askedKinds.find((kind) => kind === textOf(typed, 'kind'))

/** What was typed for one card, without the rest of the form. */
export const cardFields = (kind: AskedKind, typed: Typed): Record<string, string> =>
  Object.fromEntries(fieldNames(kind).map((name) => [name, textOf(typed, fieldOf(kind, name))]))

type ReadCard =
  | { readonly ok: true; readonly contribution: Contribution }
  | { readonly ok: false; readonly errors: FormErrors }

export function readCard(kind: AskedKind, typed: Typed): ReadCard {
  // An answer that was not chosen is absent, not empty.
  const given = Object.fromEntries(
    Object.entries(cardFields(kind, typed)).filter(([name, value]) => value || name === 'text'),
  )
  const read = readForm<unknown>(cards[kind], given)
  if (read.ok)
    return { ok: true, contribution: { kind, ...(read.value as object) } as Contribution }
  return {
    ok: false,
    errors: Object.fromEntries(
      Object.entries(read.errors).map(([name, error]) => [fieldOf(kind, name), error]),
    ),
  }
}

/** The fields that hold this card, to write it anew. */
export const fieldsFrom = (card: Contribution): Record<string, string> =>
  Object.fromEntries(
    Object.entries(card)
      .filter(([name]) => name !== 'kind')
      .map(([name, value]) => [
        fieldOf(card.kind, name),
        typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
      ]),
  )
