/** A national figure as everybody reads it, and when there is one. Pure but for the hash. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BilingualText, Code } from '#capabilities/knowledge/index.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { openUpTo, rangeOfTold, roundedTo, secretUpTo } from '#platform/safe-count.ts'
import { Definition } from './definition.ts'
import { dominancePercent } from './dominance.ts'
import { daysAfter, mayBeTold, type Period } from './period.ts'

/** Fewer organisations than this are never told together, nor differ between two editions. Our choice (decision 220). */
export const leastOrganisations = 5

/** Percentages of fewer say too much of too few. Our choice. */
const percentagesFrom = 100

/** Days from one edition to the next at least. Our choice. */
const daysBetween = 28

/** The code of the whole of a table whose parts add up. */
export const whole = 'all'

const day = z.iso.date()

export const Edition = z.strictObject({
  format: z.literal('oogmerk-figures-1'),
  definition: Definition.pick({
    id: true,
    version: true,
    title: true,
    counts: true,
    of: true,
    when: true,
    excludes: true,
    dividedBy: true,
    publishedBy: true,
  }),
  period: z.strictObject({ code: z.string(), from: day, until: day }),
  edition: z.int().min(1),
  publishedOn: day,
  organisations: z.strictObject({ published: z.int().min(leastOrganisations), of: z.int() }),
  /** whether the cells are parts of one whole */
  addsUp: z.boolean(),
  cells: z.array(
    z.strictObject({
      code: z.union([Code, z.string().regex(/^[A-Za-z0-9-]{1,60}$/)]),
      title: BilingualText,
      told: z.union([z.int().min(0), z.literal('secret')]),
    }),
  ),
  rules: z.strictObject({
    secretUpTo: z.int(),
    roundedTo: z.int(),
    openUpTo: z.int(),
    leastOrganisations: z.int(),
    dominancePercent: z.int(),
    percentagesFrom: z.int(),
  }),
})
export type Edition = z.infer<typeof Edition>

export const rulesNow: Edition['rules'] = {
  ...{ secretUpTo, roundedTo, openUpTo, leastOrganisations, dominancePercent, percentagesFrom },
}

/** The text that is kept, and the SHA-256 over it by which anybody can check it. */
export function asText(edition: Edition): { readonly content: string; readonly hash: Buffer } {
  const content = canonicalJson(edition)
  return { content, hash: sha256(content) }
}

/** Throws when it is not what was kept: what was told is never told otherwise. */
export function fromText(content: string, hash: Buffer): Edition {
  if (!sha256(content).equals(hash)) throw new Error('an edition is not as it was kept')
  return Edition.parse(JSON.parse(content))
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Organisation → the number of its counts. */
export type Members = ReadonlyMap<string, number>

type Standing = {
  readonly period: Period
  /** ISO date */
  readonly today: string
  /** the last counts of each organisation */
  readonly received: Members
  readonly last: { readonly publishedOn: string; readonly members: Members } | undefined
}

/** Whether there is to be a next edition, as far as can be said without looking at a count. */
export function nextEdition({
  period,
  today,
  received,
  last,
}: Standing): 'make' | 'too-few' | 'too-soon' | 'too-few-changed' {
  if (received.size < leastOrganisations) return 'too-few'
  if (!mayBeTold(period, today)) return 'too-soon'
  if (!last) return 'make'
  const changed = [...received].filter(([from, number]) => last.members.get(from) !== number)
  if (changed.length < leastOrganisations) return 'too-few-changed'
  return daysAfter(last.publishedOn, daysBetween) <= today ? 'make' : 'too-soon'
}

/** A part of a whole in hundredths, of which both are told; nothing where the whole may be too small. */
export function percentage(part: number | 'secret', all: number | 'secret'): number | undefined {
  if (part === 'secret' || all === 'secret') return undefined
  if (rangeOfTold(all).least < percentagesFrom) return undefined
  return Math.min(Math.round((part / all) * 100), 100)
}
