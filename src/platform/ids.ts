import { randomBytes } from 'node:crypto'
import { v5, v7 } from 'uuid'

/** A new identifier: UUID version 7, so that rows written together lie together on disk. */
export const newId = (): string => v7()

const namespace = '6a1f3a52-0f6b-4c58-9d5e-2f7f1f0c9b1e'

/** The same words under the same identifier give the same identifier. */
export const idUnder = (id: string, words: string): string => v5(`${id}:${words}`, namespace)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => uuid.test(text)

// No vowels (no words), no 0/O, 1/I/L, 2/Z, 5/S, 8/B: read over the phone without mistakes.
const alphabet = '34679CDFGHJKMNPQRTVWXY'

/** A reference people can read aloud: eight signs from 22, about 36 bits; unique within an organisation. */
export function newReference(prefix: string): string {
  let signs = ''
  while (signs.length < 8) {
    for (const byte of randomBytes(16)) {
      if (byte < 242 && signs.length < 8) signs += alphabet[byte % 22]
    }
  }
  return `${prefix}-${signs.slice(0, 4)}-${signs.slice(4)}`
}
