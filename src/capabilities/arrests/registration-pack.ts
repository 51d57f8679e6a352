import { z } from 'zod'
import { BilingualText, Code, Edition, provenance } from '#capabilities/knowledge/index.ts'
import { ageGroups } from '#capabilities/law/index.ts'
import { fileKinds } from './file.ts'

const SignalId = z.string().regex(/^[A-Z]{3}-\d{2}$/)

const Age = z.strictObject({
  id: z.enum(ageGroups),
  /** years, both ends included; null: no end */
  from: z.int().min(0),
  until: z.int().min(0).nullable(),
  says: BilingualText,
  /** rules in law/rules */
  rules: z.array(Code),
  ...provenance,
})

const named = { id: Code, name: BilingualText, ...provenance }

/** What the police write down, and the forms of exploitation that it can go with. */
const Offence = z.strictObject({ ...named, forms: z.array(Code).min(1) })

const Found = z.strictObject({ ...named, signals: z.array(SignalId), otherwise: BilingualText })
const Named = z.strictObject(named)
const Ruled = z.strictObject({ ...named, rule: Code })

const Keeping = z.strictObject({
  id: z.enum(fileKinds),
  years: z.int().min(1),
  from: z.enum(['begin', 'last']),
  /** years in which it lies apart after that, found by nobody, before it is erased */
  apart: z.int().min(0),
  says: BilingualText,
  rules: z.array(Code).min(1),
  ...provenance,
})

/** arrests/registration.yaml */
export const RegistrationFile = z.strictObject({
  edition: Edition,
  ages: z.array(Age),
  offences: z.array(Offence).min(1),
  found: z.array(Found).min(1),
  present: z.array(Named).min(1),
  rights: z.array(Ruled).min(1),
  refusals: z.array(Ruled).min(1),
  keeping: z.array(Keeping).length(fileKinds.length),
})
export type RegistrationFile = z.infer<typeof RegistrationFile>
