import { z } from 'zod'
import { recallReasons } from './disclosure.ts'

/** Characters in one field of words. */
export const longestWords = 10_000

export const someWords = z
  .string('words-missing')
  .trim()
  .min(1, 'words-missing')
  .max(longestWords, 'too-long')

const maybeWords = z.string('words-missing').trim().max(longestWords, 'too-long').default('')

/** Messages are codes. */
export const wordsForm = z.object({ words: someWords })
export const recallForm = z.object({
  because: z.enum(recallReasons, 'because-missing'),
  words: someWords,
})
export const recipientForm = z.object({
  recipient: z.string('recipient-missing').regex(/^[0-9a-f-]{36}\/[a-z-]+$/, 'recipient-missing'),
  aim: z.string('aim-missing').min(1, 'aim-missing'),
  language: z.enum(['nl', 'en'], 'language-missing'),
})
export const basisForm = z.object({ end: z.string(), endReason: maybeWords, question: maybeWords })
export const takeForm = z.object({
  item: z.string('item-missing').min(1, 'item-missing'),
  file: z
    .string('file-missing')
    .regex(/^(case|suspect-file|victim-file|dossier)\/[0-9a-f-]{36}$/, 'file-missing'),
})
