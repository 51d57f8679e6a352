import { z } from 'zod'
import { adviserActs, askerActs } from './advice.ts'

/** Characters in one field; a story with room to spare. */
export const longest = { line: 200, words: 10_000 }

const id = z.uuid()
const line = z.string().trim().min(1).max(longest.line)
const words = z.string().max(longest.words)

/** What goes over the channel when something is asked: no case, no person, no name of who asks. */
export const AskBody = z.strictObject({
  question: id,
  code: z.string().regex(/^V-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  topic: line,
  situation: words.min(1),
  asks: words.min(1),
})
export type AskBody = z.infer<typeof AskBody>

/** What goes over the channel when something is said or done; without who did it. */
export const StepBody = z.strictObject({
  question: id,
  step: id,
  act: z.enum([...adviserActs, ...askerActs]),
  text: words,
  to: id.optional(),
})
export type StepBody = z.infer<typeof StepBody>

export const messageKinds = { ask: 'advice.ask', step: 'advice.step' } as const
