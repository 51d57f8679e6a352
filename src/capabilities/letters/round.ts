/** A draft that goes round: what another ministry did with it. */

/**
 * `voided`: it approved, and the text changed since. `withdrawn`: it is asked no more. `undelivered`: it was refused
 * there.
 */
export type PartyState = 'asked' | 'approved' | 'changes' | 'voided' | 'withdrawn' | 'undelivered'

/** As the other ministry has it: what we did, or what became of the letter. */
export type ReceivedState =
  | 'asked'
  | 'approved'
  | 'changes'
  | 'voided'
  | 'withdrawn'
  | 'fixed'
  | 'published'

export const answers = ['approved', 'changes'] as const
export type Answer = (typeof answers)[number]

/** Something can be answered while the draft lies there. */
export const canAnswer = (state: ReceivedState): boolean =>
  state === 'asked' || state === 'approved' || state === 'changes'

/** Asked and not taken back: without their approval of this very text the letter is not fixed. */
export const isAskedStill = (state: PartyState): boolean => state !== 'withdrawn'

/** What an approval is worth: it holds for the text that was read. */
export const stateAfter = (answer: Answer, read: string, now: string): PartyState =>
  answer === 'changes' ? 'changes' : read === now ? 'approved' : 'voided'

export type Happened =
  | 'sent'
  | 'approved'
  | 'approved-earlier'
  | 'changes'
  | 'voided'
  | 'withdrawn'
  | 'undelivered'
  | 'fixed'
  | 'published'
  | 'taken-back'
  | 'put-away'
  | 'put-back'
