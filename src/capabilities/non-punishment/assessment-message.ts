/** What crosses from who assesses to the prosecution: every field is named here. */
import { z } from 'zod'
import { isId } from '#platform/ids.ts'

export const assessmentKind = 'non-punishment.assessment'

const id = z.string().refine(isId)
const line = z.string().min(1).max(300)
const words = z.string().max(20_000)

export const AssessmentMessage = z.strictObject({
  /** the delivery that asked for it, as the prosecution numbered it */
  disclosure: id,
  /** the name of who signed */
  by: line,
  capacity: line,
  qualification: line,
  qualifiedOn: z.iso.date(),
  involved: words,
  /** the day on which it was signed */
  on: z.iso.date(),
  /** ids of facts of the delivery */
  facts: z.array(id).max(200),
  lookedAt: words,
  elements: z
    .array(
      z.strictObject({
        element: z.string().regex(/^[a-z][a-z-]{1,30}$/),
        inFavour: words,
        against: words,
        unknown: words,
      }),
    )
    .max(50),
  conclusion: words.min(1),
})
export type AssessmentMessage = z.infer<typeof AssessmentMessage>
