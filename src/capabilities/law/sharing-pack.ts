import { z } from 'zod'
import { BilingualText, Code, Edition, provenance, sourced } from '#capabilities/knowledge/index.ts'
import { organisationKinds, roles } from '#platform/actor.ts'

/** What is shared is told apart by kind; `count` is a number in which nobody can be recognised. */
export const factKinds = [
  'fact',
  'interpretation',
  'decision',
  'own-words',
  'identity',
  'count',
] as const
export type FactKind = (typeof factKinds)[number]

const Aim = sourced({ name: BilingualText })
export type Aim = z.infer<typeof Aim>

const Member = z.strictObject({
  kind: z.enum(organisationKinds),
  roles: z.array(z.enum(roles)).min(1),
})

/** Who sends or receives: the roles within kinds of organisations. */
const Party = sourced({ name: BilingualText, members: z.array(Member).min(1) })
export type Party = z.infer<typeof Party>

const asked = { id: Code, ask: BilingualText, ...provenance }
/** A condition of a road, asked as a question. `refused` is what somebody reads whose answer closes the road. */
const Question = z.discriminatedUnion('answer', [
  z.strictObject({ ...asked, answer: z.literal('yes-no'), refused: BilingualText }),
  z.strictObject({
    ...asked,
    answer: z.literal('words'),
    /** only asked after one of these choices in another question of the same line */
    when: z.strictObject({ question: Code, choices: z.array(Code).min(1) }).optional(),
  }),
  z.strictObject({
    ...asked,
    answer: z.literal('choice'),
    choices: z.array(z.strictObject({ id: Code, text: BilingualText })).min(2),
    /** ids of choices that close the road */
    forbids: z.array(Code).min(1).optional(),
    refused: BilingualText.optional(),
  }),
])
export type SharingQuestion = z.infer<typeof Question>

/** One road: from whom to whom, on which rules, for which kinds of facts, under which conditions. */
const Line = z.strictObject({
  id: Code,
  name: BilingualText,
  from: z.array(Code).min(1),
  to: z.array(Code).min(1),
  aims: z.array(Code).min(1),
  /** a rule opens it; or we found no rule made for it, and this is how we read what there is */
  standing: z.enum(['law', 'own-reading']),
  /** ids of rules; all must be in force on the day */
  basis: z.array(Code),
  /** the first day, where no rule says it: only for a road without a rule */
  validFrom: z.iso.date().optional(),
  facts: z.array(z.enum(factKinds)).min(1),
  /** what alone goes this way; nothing is delivered or brought to a round table over it */
  only: z.literal('advice').optional(),
  questions: z.array(Code).min(1),
  /** whether consent is the ground */
  consent: z.enum(['basis', 'not-needed', 'not-found']),
  /** whether parents and the young person are told first */
  informing: z.enum(['first', 'not-needed', 'not-found']),
  /** whether reasons must be written down */
  reasons: z.enum(['in-writing', 'when-not-informed', 'not-found']),
  limits: BilingualText,
  /** what we looked for and did not find */
  notFound: BilingualText.nullable(),
  ...provenance,
})
export type SharingLine = z.infer<typeof Line>

/** A road that people may expect and that is not there, and why. It opens nothing. */
const Closed = z.strictObject({
  id: Code,
  from: z.array(Code).min(1),
  to: z.array(Code).min(1),
  text: BilingualText,
  /** ids of rules to read beside it, also bills */
  rules: z.array(Code),
  ...provenance,
})
export type ClosedRoad = z.infer<typeof Closed>

export const SharingFile = z.strictObject({
  edition: Edition,
  aims: z.array(Aim).min(1),
  parties: z.array(Party).min(1),
  questions: z.array(Question).min(1),
  lines: z.array(Line).min(1),
  closed: z.array(Closed),
})
export type SharingFile = z.infer<typeof SharingFile>
