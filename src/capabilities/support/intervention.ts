import { z } from 'zod'
import { BilingualText, Code, provenance, Words } from '#capabilities/knowledge/index.ts'

/**
 * One kind of help, as the sources tell of it. null is a value: looked for, nothing found. It is shown
 * as unknown and never fits anything.
 */
const statement = { text: BilingualText, ...provenance }
const Statement = z.strictObject(statement)
export type Statement = z.infer<typeof Statement>

const codes = z.array(Code).min(1)

/** Years. A bound that is null was not found, so that nobody can say that it is met. */
const Age = z.strictObject({
  from: z.int().min(0).max(99).nullable(),
  to: z.int().min(0).max(99).nullable(),
  remark: BilingualText.optional(),
  ...provenance,
})

const Recognition = z.strictObject({
  status: z.enum(['recognised', 'none-found', 'not-applicable']),
  ...statement,
  /** newest first; each with its own date: a day, or a year when the source gives no more */
  levels: z.array(
    z.strictObject({
      level: Code,
      date: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/),
      /** who recognised it; null when the source does not say */
      by: BilingualText.nullable(),
      ...provenance,
    }),
  ),
})

const Where = z.strictObject({
  /** municipalities and regions that the source names */
  places: z.array(Words),
  nationwide: z.boolean(),
  /** the source says that it belongs to these places alone */
  onlyHere: z.boolean(),
  ...statement,
})

const Evidence = z.strictObject({ direction: z.enum(['for', 'against', 'open']), ...statement })

export const Intervention = z.strictObject({
  id: Code,
  name: BilingualText,
  /** named in the letter of 30 June 2020 */
  inLetter: z.boolean(),
  summary: Statement,
  age: Age.nullable(),
  groups: z.strictObject({ codes, ...statement }).nullable(),
  schoolTypes: z.strictObject({ codes, ...provenance }).nullable(),
  goals: z.strictObject({ codes, ...statement }).nullable(),
  form: Statement.nullable(),
  duration: Statement.nullable(),
  provider: Statement.nullable(),
  where: Where.nullable(),
  /** what the source says of its end; null when it says nothing */
  ended: Statement.nullable(),
  recognition: Recognition,
  evidence: z.array(Evidence),
  cautions: z.array(Statement),
  /** ids of cautions that stand in edition.yaml */
  generalCautions: z.array(Code),
  /** what we looked for and did not find */
  gaps: z.array(Statement),
})
export type Intervention = z.infer<typeof Intervention>
