/** A message between two organisations, and what became of it. Pure but for the hash. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json.ts'

/** Two organisations, and in which direction. */
export type Direction = { readonly from: string; readonly to: string }

/** What is carried. `body` is JSON, as the handler of this kind knows it. */
export type Message = {
  readonly id: string
  /** within its direction: 1, 2, 3, without a gap */
  readonly number: number
  /** `capability.word`, such as `sharing.disclosure` */
  readonly kind: string
  /** when it was left, as an ISO instant */
  readonly leftAt: string
  /** known to nobody once the words are erased: without it the hash tells nothing of what they were */
  readonly salt: string
  readonly body: unknown
}

/** A message with its hash, as hexadecimal digits. */
export type CarriedMessage = Message & { readonly hash: string }

/** What the recipient says of one message. The first two are for good. */
export type Receipt = { readonly number: number; readonly id: string } & (
  | { readonly outcome: 'received'; readonly hash: string; readonly at: string }
  | {
      readonly outcome: 'refused'
      readonly because: string
      readonly hash: string
      readonly at: string
    }
  /** `expects`: the number that the recipient waits for */
  | { readonly outcome: 'not-yet'; readonly because: string; readonly expects: number }
)

export type Settled = Exclude<Receipt, { readonly outcome: 'not-yet' }>

export const isSettled = (receipt: Receipt): receipt is Settled => receipt.outcome !== 'not-yet'

/** The SHA-256 that both keep as a receipt: over who, to whom, which and what, in one canonical text. */
export const hashOf = (
  { from, to }: Direction,
  { id, number, kind, leftAt, salt, body }: Message,
): string =>
  createHash('sha256')
    .update(canonicalJson({ from, to, id, number, kind, leftAt, salt, body }))
    .digest('hex')

/** Where a message stands against the last one that was received from this sender. */
export function arrivalOf(number: number, lastReceived: number): 'known' | 'next' | 'gap' {
  if (number <= lastReceived) return 'known'
  return number === lastReceived + 1 ? 'next' : 'gap'
}
