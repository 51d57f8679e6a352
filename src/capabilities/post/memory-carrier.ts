import type { Clock, Temporal } from '#platform/clock.ts'
import type { Carrier } from './carrier.ts'
import type { Letter } from './letter.ts'

export type KeptLetter = Letter & { readonly at: Temporal.Instant }

/** More than anyone reads back while trying the demo. */
const most = 100

/** For demo mode: letters stay in this process, to be looked at. */
export function memoryCarrier(clock: Clock): Carrier & { newestFirst(): readonly KeptLetter[] } {
  const kept: KeptLetter[] = []
  return {
    async carry(letter) {
      kept.unshift({ ...letter, at: clock() })
      kept.length = Math.min(kept.length, most)
      return { kind: 'sent' }
    },
    newestFirst: () => kept,
  }
}
