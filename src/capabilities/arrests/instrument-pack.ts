import { z } from 'zod'
import { BilingualText, Code, Edition, provenance } from '#capabilities/knowledge/index.ts'

/** One question of a look. */
const LookQuestion = z.strictObject({
  id: Code,
  /** `observed`: one thing, seen or not seen; `words`: an open question, answered in words. Both can be unknown. */
  answer: z.enum(['observed', 'words']),
  asks: BilingualText,
  /** what else it can be */
  otherwise: BilingualText,
  /** signals of the list that it goes with */
  signals: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)),
  ...provenance,
})
export type LookQuestion = z.infer<typeof LookQuestion>

/** More does not fit in three minutes on a phone. */
const mostAtTheDesk = 8

/** instruments/recognition-at-arrest.yaml: questions without any weight, and what to leave out with a child. */
export const InstrumentFile = z.strictObject({
  edition: Edition,
  first: z
    .array(LookQuestion)
    .min(1)
    .max(mostAtTheDesk)
    .refine(
      (list) => list.every(({ answer }) => answer === 'observed'),
      'at the desk nobody types',
    ),
  full: z.array(LookQuestion).min(1),
  avoid: z.array(z.strictObject({ id: Code, text: BilingualText, ...provenance })).min(1),
})
export type InstrumentFile = z.infer<typeof InstrumentFile>
