/** A consultation that is answered in words of one's own: the form, and what crosses. */
import { z } from 'zod'
import { isId } from '#platform/ids.ts'
import { longestWords, someWords } from './forms.ts'

/** Kinds of answers that are words and no more end like this; sharing has the form for all of them. */
export const isInWords = (asks: string | undefined): asks is string =>
  asks?.endsWith('.consultation') ?? false

const line = z.string('words-missing').trim().min(1, 'words-missing').max(300, 'too-long')

/** Messages are codes. */
export const inWordsForm = z.object({ capacity: line, words: someWords })

export const AnswerInWords = z.strictObject({
  /** the delivery that asked, as its sender numbered it */
  disclosure: z.string().refine(isId),
  /** the name of who signed, and in which capacity */
  by: z.string().min(1).max(300),
  capacity: z.string().min(1).max(300),
  words: z.string().min(1).max(longestWords),
})
export type AnswerInWords = z.infer<typeof AnswerInWords>
