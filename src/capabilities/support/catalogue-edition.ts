import { z } from 'zod'
import { BilingualText, Code, Edition, provenance, Words } from '#capabilities/knowledge/index.ts'

const Named = z.strictObject({ id: Code, name: BilingualText, ...provenance })
export type Named = z.infer<typeof Named>

const Told = z.strictObject({ id: Code, text: BilingualText, ...provenance })

const Caution = z.strictObject({
  id: Code,
  /** shown with every intervention, named there or not */
  always: z.boolean(),
  title: BilingualText,
  text: BilingualText,
  ...provenance,
})
export type Caution = z.infer<typeof Caution>

const Group = z.strictObject({
  id: Code,
  /** all pupils, a part of them, or people who are no pupils */
  who: z.enum(['everybody', 'pupils', 'others']),
  name: BilingualText,
  ...provenance,
})
export type Group = z.infer<typeof Group>

/** What people ask for, and which goals, stated by interventions themselves, answer it. */
const Question = z.strictObject({
  id: Code,
  text: BilingualText,
  goals: z.array(Code),
  ...provenance,
})
export type Question = z.infer<typeof Question>

const Level = z.strictObject({
  id: Code,
  name: BilingualText,
  explanation: BilingualText,
  ...provenance,
})
export type Level = z.infer<typeof Level>

/** edition.yaml: the edition of the whole catalogue, its words, and what is told beside it. */
export const CatalogueEdition = z.strictObject({
  edition: Edition,
  /** from the first level to the last */
  levels: z.array(Level).min(1),
  guidance: z.array(Told).min(1),
  cautions: z.array(Caution),
  schoolTypes: z.array(Named).min(1),
  groups: z.array(Group).min(1),
  goals: z.array(Named).min(1),
  questions: z.array(Question).min(1),
  nothingFound: z.array(
    z.strictObject({ id: Code, name: Words, text: BilingualText, ...provenance }),
  ),
})
export type CatalogueEdition = z.infer<typeof CatalogueEdition>
