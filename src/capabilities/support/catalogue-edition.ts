import { z } from 'zod'
import { BilingualText, Code, Edition, sourced, Words } from '#capabilities/knowledge/index.ts'

const Named = sourced({ name: BilingualText })
export type Named = z.infer<typeof Named>

const Told = sourced({ text: BilingualText })

const Caution = sourced({
  /** shown with every intervention, named there or not */
  always: z.boolean(),
  title: BilingualText,
  text: BilingualText,
})
export type Caution = z.infer<typeof Caution>

const Group = sourced({
  /** all pupils, a part of them, or people who are no pupils */
  who: z.enum(['everybody', 'pupils', 'others']),
  name: BilingualText,
})
export type Group = z.infer<typeof Group>

/** What people ask for, and which goals, stated by interventions themselves, answer it. */
const Question = sourced({
  text: BilingualText,
  goals: z.array(Code),
})
export type Question = z.infer<typeof Question>

const Level = sourced({
  name: BilingualText,
  explanation: BilingualText,
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
  nothingFound: z.array(sourced({ name: Words, text: BilingualText })),
})
export type CatalogueEdition = z.infer<typeof CatalogueEdition>
