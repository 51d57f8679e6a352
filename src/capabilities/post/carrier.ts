import type { Attempt } from './delivery.ts'
import type { Letter } from './letter.ts'

/** Brings letters away. Never throws: what went wrong is part of the answer, as a code. */
export type Carrier = {
  carry(letter: Letter): Promise<Attempt>
}
