/** The messages of this capability: every field that crosses is named here. */
import { z } from 'zod'
import { isId } from '#platform/ids.ts'
import { recallReasons } from './disclosure.ts'

const id = z.string().refine(isId)
const words = z.string().max(20_000)
/** the name and role of who said it, as the other side reads it */
const by = z.string().max(300)

export const kinds = {
  disclosure: 'sharing.disclosure',
  answer: 'sharing.answer',
  reply: 'sharing.reply',
  recall: 'sharing.recall',
  recalled: 'sharing.recalled',
  stays: 'sharing.stays',
} as const

/** From the recipient: what they do with it. */
export const Answer = z.strictObject({
  disclosure: id,
  act: z.enum(['accept', 'return', 'decline']),
  words,
  by,
})
export type Answer = z.infer<typeof Answer>

/** From the sender: an answer to the question with which it was returned. */
export const Reply = z.strictObject({ disclosure: id, words, by })
export type Reply = z.infer<typeof Reply>

/** From the sender: it is taken back. */
export const Recall = z.strictObject({ disclosure: id, because: z.enum(recallReasons) })
export type Recall = z.infer<typeof Recall>

/** From the recipient, after a recall or the last day: what was taken into files. Kinds and numbers, not where. */
export const Taken = z.strictObject({
  disclosure: id,
  taken: z
    .array(
      z.strictObject({
        kind: z.enum(['fact', 'interpretation', 'decision', 'own-words', 'identity']),
        count: z.number().int().min(1).max(10_000),
      }),
    )
    .max(5),
})
export type Taken = z.infer<typeof Taken>
