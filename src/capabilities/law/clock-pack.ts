import { z } from 'zod'
import { BilingualText, Code, Edition, provenance } from '#capabilities/knowledge/index.ts'
import { ageGroups } from './age-groups.ts'

/**
 * What happens between an arrest and a judgment, in the order in which it usually does. A clock starts
 * with one of these and ends with others.
 */
export const procedureEvents = [
  'arrest',
  'rights-told',
  'parents-told',
  'other-told',
  'counsel-notified',
  'arrival',
  'holding-order',
  'counsel-there',
  'questioning',
  'identity-extension',
  'custody-order',
  'board-told',
  'custody-extension',
  'judge',
  'remand',
  'detention-order',
  'suspension-considered',
  'release',
  'arrested-again',
  'halt-referral',
  'core-report',
  'full-report',
  'prosecutor-look',
  'board-report',
  'prosecution-decision',
  'judgment',
] as const
export type ProcedureEvent = (typeof procedureEvents)[number]

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const count = z.int().min(1)

/**
 * How long it lasts. `hours` and `days` are spans of 60 minutes and of 24 hours that really pass, also when
 * the clocks change; `calendar-days` and `calendar-months` end with the last day on a Dutch calendar.
 * `at-once` has no length: the text says without delay, or at every order.
 */
const Limit = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('hours'), hours: count }),
  z.strictObject({ unit: z.literal('days'), days: count, hours: z.int().min(0) }),
  z.strictObject({ unit: z.literal('calendar-days'), days: count }),
  z.strictObject({ unit: z.literal('calendar-months'), months: count }),
  z.strictObject({ unit: z.literal('at-once'), says: BilingualText }),
])
export type Limit = z.infer<typeof Limit>

/** Hours of the day that do not count; they count while somebody is questioned in them. */
const Pause = z
  .strictObject({ from: TimeOfDay, until: TimeOfDay, says: BilingualText })
  .refine(({ from, until }) => from < until, 'a pause begins and ends on one day')
export type Pause = z.infer<typeof Pause>

export const ClockRule = z.strictObject({
  id: Code,
  name: BilingualText,
  /** a term that a rule gives, or a norm by which the organisations measure themselves */
  kind: z.enum(['term', 'norm']),
  /** a rule in law/rules */
  rule: Code,
  /** begins with the first of these that happens */
  starts: z.tuple([z.enum(procedureEvents)], z.enum(procedureEvents)),
  /** begins where this other clock would end, once its own event is there */
  follows: Code.optional(),
  /** for which offences: pre-trial detention is possible for them, or not */
  offence: z.enum(['any', 'pre-trial-detention', 'no-pre-trial-detention']),
  /** on the day of the fact; null: any age */
  ages: z.array(z.enum(ageGroups)).min(1).nullable(),
  limit: Limit,
  pause: Pause.nullable(),
  ends: z.array(z.enum(procedureEvents)).min(1),
  /** the days on which we count it, as ISO dates; null: no bound that our source gives */
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  /** where the text does not say how something counts: how we count it */
  readings: z.array(BilingualText),
  ...provenance,
})
export type ClockRule = z.infer<typeof ClockRule>

/** law/clocks.yaml */
export const ClocksFile = z.strictObject({ edition: Edition, clocks: z.array(ClockRule).min(1) })
export type ClocksFile = z.infer<typeof ClocksFile>
