import { z } from 'zod'
import { rolesOf } from '#capabilities/identity/index.ts'
import { BilingualText, Code, Edition, provenance, sourced } from '#capabilities/knowledge/index.ts'
import { type OrganisationKind, professionals, type Role } from '#platform/actor.ts'
import { longestTerm, termUnits } from './term.ts'

/** A protocol as data: steps, roles, terms, conditions, forms, and the route that overrides all. */

/**
 * Who can do a step there. Somebody of another organisation, such as the coordinator of a municipality, is
 * whom a step reaches: who works at the school guards it.
 */
export const stepRoles = (kind: OrganisationKind): readonly Role[] =>
  professionals.filter((role) => rolesOf(kind).includes(role))

const schoolRoles = stepRoles('secondary-school') as readonly [string, ...string[]]

const Term = z
  .strictObject({
    unit: z.enum(termUnits),
    /** how many of the unit; left out where there is nothing to count */
    count: z.number().int().min(1).max(longestTerm).optional(),
    /** counted from: the beginning of the run, the moment the step opens, or a date in a form */
    from: z.union([z.enum(['start', 'opening']), z.strictObject({ step: Code, field: Code })]),
    /** a law sets it: a school cannot change it */
    law: z.boolean().default(false),
    ...provenance,
  })
  .superRefine(({ unit, count }, problem) => {
    const counted = unit !== 'immediate' && unit !== 'same-day'
    if (counted === (count !== undefined)) return
    const message = counted
      ? 'this unit needs a count'
      : 'nothing is counted here, and there is a count'
    problem.addIssue({ code: 'custom', path: ['count'], message })
  })
export type Term = z.infer<typeof Term>

const asked = { id: Code, label: BilingualText, hint: BilingualText.optional() }

const Option = z.strictObject({
  id: Code,
  label: BilingualText,
  /** this answer leads to the immediate route at once */
  immediate: z.boolean().default(false),
})

/** What a step asks: words that become entries of the case, choices on which steps depend, a date. */
const Field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), ...asked, optional: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('interpretation'),
    ...asked,
    optional: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('decision'), ...asked, optional: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('contact'),
    ...asked,
    optional: z.boolean().default(false),
    withWhom: BilingualText.optional(),
  }),
  z.strictObject({ kind: z.literal('choice'), ...asked, options: z.array(Option).min(2) }),
  z.strictObject({ kind: z.literal('choices'), ...asked, options: z.array(Option).min(1) }),
  /** `onlyIf`: asked for when this choice of the same form has this answer */
  z.strictObject({
    kind: z.literal('date'),
    ...asked,
    onlyIf: z.strictObject({ field: Code, is: Code }).optional(),
    /** a day to come, such as when help should have worked; otherwise a day that has been */
    ahead: z.boolean().default(false),
  }),
])
export type Field = z.infer<typeof Field>

const Condition = z.strictObject({ step: Code, field: Code, is: z.array(Code).min(1) })
export type Condition = z.infer<typeof Condition>

const Step = sourced({
  part: Code,
  title: BilingualText,
  text: BilingualText,
  /** what to look at or keep in mind, one line each */
  points: z.array(BilingualText).default([]),
  roles: z.array(z.enum(schoolRoles)),
  term: Term.nullable(),
  /** these must be settled first: done, skipped or not needed */
  after: z.array(Code).default([]),
  /** needed only when one of these answers was given; with none it is always needed */
  when: z.array(Condition).default([]),
  /** asked when the step is done: should it come back, and after how long? */
  repeat: z.strictObject({ question: BilingualText, term: Term }).optional(),
  /** doing it ends the run */
  ends: z.boolean().default(false),
  lines: z.array(Code).default([]),
  /** what of the list of sufficiency.yaml this step covers */
  covers: z.array(Code).default([]),
  form: z.array(Field).min(1),
})
export type Step = z.infer<typeof Step>

const Part = sourced({ title: BilingualText })
const Note = sourced({ text: BilingualText })

export const ProtocolFile = z.strictObject({
  edition: Edition,
  name: BilingualText,
  about: BilingualText,
  /** how it may be used and where its reach ends; shown on top */
  notes: z.array(Note).min(1),
  immediate: z.strictObject({
    text: BilingualText,
    when: z.array(Note).min(1),
    points: z.array(Note).min(1),
    lines: z.array(Code),
    roles: z.array(z.enum(schoolRoles)),
    covers: z.array(Code).default([]),
    ...provenance,
  }),
  parts: z.array(Part).min(1),
  steps: z.array(Step).min(1),
})
export type Protocol = z.infer<typeof ProtocolFile>

const Requirement = sourced({
  title: BilingualText,
  why: BilingualText,
})
export type Requirement = z.infer<typeof Requirement>

/** What a protocol on recruiting should cover. */
export const SufficiencyFile = z.strictObject({
  edition: Edition,
  requirements: z.array(Requirement).min(1),
})
export type Sufficiency = z.infer<typeof SufficiencyFile>

const Drill = sourced({
  title: BilingualText,
  /** the fictional story, one paragraph each */
  story: z.array(BilingualText).min(1),
})
export type Drill = z.infer<typeof Drill>

export const DrillFile = z.strictObject({ edition: Edition, drills: z.array(Drill).min(1) })
