import { z } from 'zod'
import { BilingualText, Code, provenance } from '#capabilities/knowledge/index.ts'

/** How a source is cited, and the form that its reference must have. */
export const sourceKinds = {
  /** consolidated law or a treaty at wetten.overheid.nl */
  jci: /^jci1\.3:[cv]:BWB[RV]\d{7}(&[a-z]+=[^&\s]+)*$/,
  ecli: /^ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]+$/,
  stcrt: /^stcrt-\d{4}-\d+$/,
  stb: /^stb-\d{4}-\d+$/,
  kst: /^kst-\d{5}(-[A-Z0-9]+)?$/,
  celex: /^\d{5}[A-Z]{1,2}\d{4}$/,
  /** it has no such code, or we found none */
  other: /\S/,
} as const
const kindNames = Object.keys(sourceKinds) as [keyof typeof sourceKinds]

/** Only what is in force opens a road. A bill and what a motion asks for are shown, and count for nothing. */
export const statuses = ['in-force', 'bill', 'repealed', 'proposed-by-motion'] as const
export type RuleStatus = (typeof statuses)[number]

/**
 * How near to the text of today we came: the text itself; an older text or a collection that mixes versions;
 * what others write about it. The last two say on every page that the wording must be checked.
 */
export const wordings = ['current', 'older-text', 'secondary'] as const
export type Wording = (typeof wordings)[number]

const IsoDay = z.iso.date()
/** A day, a month or a year: as precise as the source. */
const IsoDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

const Step = z.strictObject({ date: IsoDate, text: BilingualText })
export type RuleStep = z.infer<typeof Step>

/** One rule of law in our own words, with the place where it stands and how sure we are of the wording. */
export const LegalRule = z.strictObject({
  id: Code,
  /** as lawyers name it: "art. 53 Sv" */
  cite: BilingualText,
  title: BilingualText,
  says: BilingualText,
  /** what we could not find or check; null when there is nothing beside what `wording` already says */
  unsure: BilingualText.nullable(),
  source: z.strictObject({
    kind: z.enum(kindNames),
    ref: z.string().min(1),
    /** of when the text is that we read; null when we read no text with a date */
    read: IsoDate.nullable(),
  }),
  /** The first day on which we say that it applies; null for what is no law (yet). */
  validFrom: IsoDay.nullable(),
  /**
   * What `validFrom` is: the day on which it entered into force, the day of the oldest text in which we read it
   * (it may be older), or a day that we chose because no source gave one. Only where there is a `validFrom`.
   */
  since: z.enum(['entry', 'text', 'chosen']).optional(),
  /** The first day on which it no longer applies; null when we know of none. */
  validUntil: IsoDay.nullable(),
  status: z.enum(statuses),
  /** when a bill is planned to become law, where a source says so; it opens nothing */
  planned: IsoDay.optional(),
  wording: z.enum(wordings),
  /** what happened to it, oldest first; a bill has at least its last known step */
  steps: z.array(Step).min(1).optional(),
  /** ids of rules to read beside it */
  see: z.array(Code).min(1).optional(),
  ...provenance,
})
export type LegalRule = z.infer<typeof LegalRule>

export const RulesFile = z.strictObject({ subject: Code, rules: z.array(LegalRule).min(1) })
export type RulesFile = z.infer<typeof RulesFile>

/** Of a bill or a motion: the last step that we found. Nothing was found after it. */
export const lastKnownStep = (rule: LegalRule): RuleStep | undefined => rule.steps?.at(-1)

/**
 * Whether a rule applied on a day, an ISO date. Before `validFrom` we do not say so, also where the rule may be
 * older. A bill and a motion never apply.
 */
export const inForceOn = (rule: LegalRule, day: string): boolean =>
  (rule.status === 'in-force' || rule.status === 'repealed') &&
  rule.validFrom !== null &&
  rule.validFrom <= day &&
  (rule.validUntil === null || day < rule.validUntil)

/** Whether the wording must be compared with the text of today before anybody relies on it. */
export const mustBeChecked = (rule: LegalRule): boolean => rule.wording !== 'current'
