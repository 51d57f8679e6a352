import { z } from 'zod'

/** Fields of text that many forms have, as schemas whose messages are codes. */

const onOneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** One line of at most so many characters; empty when nothing was typed. */
export const line = (most: number) =>
  z.string('too-long').default('').transform(onOneLine).pipe(z.string().max(most, 'too-long'))

/** One line in which something has to stand. */
export const neededLine = (most: number, missing: string) =>
  z.string(missing).transform(onOneLine).pipe(z.string().min(1, missing).max(most, 'too-long'))

type Lines = {
  readonly most: number
  readonly tooMany: string
  /** in characters, of each */
  readonly longest?: number
  readonly tooLong?: string
}

/** Something on every line, each once, in the order in which it was typed. */
export const lines = ({ most, tooMany, longest = Infinity, tooLong = 'too-long' }: Lines) =>
  z
    .string('too-long')
    .default('')
    .transform((text) => [...new Set(text.split('\n').map(onOneLine).filter(Boolean))])
    .pipe(z.array(z.string().max(longest, tooLong)).max(most, tooMany))
