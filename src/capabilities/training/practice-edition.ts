import { z } from 'zod'
import { BilingualText, Edition, provenance, sourced } from '#capabilities/knowledge/index.ts'

const Told = sourced({ text: BilingualText })
export type Told = z.infer<typeof Told>

/** edition.yaml: the edition of all stories, when to read again, and what is told about the film. */
export const PracticeEdition = z.strictObject({
  edition: Edition,
  /** in months */
  refresh: z.strictObject({
    months: z.int().min(1),
    shortest: z.int().min(1),
    longest: z.int().min(1),
    ...provenance,
  }),
  /** the number of people below which nothing is counted */
  coverage: z.strictObject({ smallestTeam: z.int().min(2), ...provenance }),
  guidance: z.array(Told).min(1),
  film: z.array(Told).min(1),
  /** how to hold a viewing with colleagues */
  viewing: z.array(sourced({ title: BilingualText, text: BilingualText })).min(1),
})
export type PracticeEdition = z.infer<typeof PracticeEdition>
