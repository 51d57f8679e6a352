import { randomBytes, randomFillSync } from 'node:crypto'
import { v5, v7 } from 'uuid'
import { systemClock } from '#platform/clock.ts'

// Chance is asked for many at a time: by itself it costs more than all the rest of an identifier.
const each = 16
const chance = Buffer.alloc(each * 256)
let used = chance.length

function nextChance(): Buffer {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  used += each
  return chance.subarray(used - each, used)
}

let msecs = 0
let seq = 0

/**
 * A new identifier: UUID version 7, so that rows written together lie together on disk. Always after the one before it
 * of this process: within a millisecond it counts on (RFC 9562, 6.2).
 */
export function newId(): string {
  const random = nextChance()
  const now = systemClock().epochMilliseconds
  if (now > msecs) {
    msecs = now
    // Half of the room to count in stays free.
    seq = random.readUInt32BE(6) & 0x7fffffff
  } else {
    seq = (seq + 1) | 0
    if (seq === 0) msecs += 1
  }
  return v7({ random, msecs, seq })
}

const namespace = '6a1f3a52-0f6b-4c58-9d5e-2f7f1f0c9b1e'

/** The same words under the same identifier give the same identifier. */
export const idUnder = (id: string, words: string): string => v5(`${id}:${words}`, namespace)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => uuid.test(text)

// No vowels (no words), no 0/O, 1/I/L, 2/Z, 5/S, 8/B: read over the phone without mistakes.
const alphabet = '34679CDFGHJKMNPQRTVWXY'

/** Signs of chance that people can read aloud, out of 22: each is worth almost four and a half bits. */
export function newSigns(count: number): string {
  let signs = ''
  while (signs.length < count) {
    for (const byte of randomBytes(16)) {
      if (byte < 242 && signs.length < count) signs += alphabet[byte % 22]
    }
  }
  return signs
}

/** A reference people can read aloud: eight signs, about 36 bits; unique within an organisation. */
export function newReference(prefix: string): string {
  const signs = newSigns(8)
  return `${prefix}-${signs.slice(0, 4)}-${signs.slice(4)}`
}
