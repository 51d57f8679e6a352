import { z } from 'zod'
import { BilingualText, Code, Edition } from '#capabilities/knowledge/index.ts'

const Subject = z.strictObject({ id: Code, name: BilingualText })
export type Subject = z.infer<typeof Subject>

/** Which edition of the law this is, and the subjects by which rules are listed, in this order: our own. */
export const LawEdition = z.strictObject({
  edition: Edition,
  mark: z.literal('own'),
  subjects: z.array(Subject).min(1),
})
export type LawEdition = z.infer<typeof LawEdition>
