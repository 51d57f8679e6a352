import { z } from 'zod'
import { isId } from '#platform/ids.ts'
import { recallReasons } from './disclosure.ts'
import { type At, occasionKinds } from './occasion.ts'
import { type FileKind, fileKinds } from './shareable-fact.ts'

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
export const endForm = z.object({ end: z.string() })
export const basisForm = endForm.extend({ endReason: maybeWords, question: maybeWords })
export const takeForm = z.object({
  item: z.string('item-missing').min(1, 'item-missing'),
  file: z
    .string()
    .regex(/^((case|suspect-file|victim-file|dossier)\/[0-9a-f-]{36})?$/, 'file-missing')
    .default(''),
  /** of a file that is not among those to choose */
  reference: z.string().trim().max(40, 'reference-unknown').default(''),
})

/** `round-table/<id>`, as an address and a form carry an occasion. */
export function atIn(text: string): At | undefined {
  const [kind, id = ''] = text.split('/')
  const known = occasionKinds.find((one) => one === kind)
  return known && isId(id) ? { kind: known, id } : undefined
}

/** `case/<id>`, as a form carries a file. */
export function fileIn(
  text: string,
): { readonly kind: FileKind; readonly fileId: string } | undefined {
  const [kind, fileId = ''] = text.split('/')
  const known = fileKinds.find((one) => one === kind)
  return known && isId(fileId) ? { kind: known, fileId } : undefined
}
