/** A signal: what a professional noticed, and what happened with it. Pure: facts in, an answer out. */

export const abouts = ['pupil', 'group', 'place', 'adult'] as const
export type About = (typeof abouts)[number]

export const origins = ['own', 'hearsay', 'both'] as const
export type Origin = (typeof origins)[number]

export const readerChoices = ['coordinators', 'care-coordinators', 'one-colleague'] as const
export type Readers = (typeof readerChoices)[number]

export const answers = ['observed', 'not-observed', 'unknown'] as const
export type Answer = (typeof answers)[number]

/** One signal of the list, and what the reporter says of it. */
export type Observation = {
  readonly code: string
  readonly answer: Answer
  /** recognised in the reporter's words, or added from the list */
  readonly found: 'recognised' | 'added'
}

export const signalStates = ['new', 'taken-up', 'question-asked', 'closed', 'withdrawn'] as const
export type SignalState = (typeof signalStates)[number]

export const outcomes = [
  'support-in-school',
  'support-team',
  'passed-to-partner',
  'explained',
  'watchful',
] as const
export type Outcome = (typeof outcomes)[number]

export const withdrawalReasons = ['mistake', 'wrong-person', 'explained', 'other'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** The sealed words of a signal. */
export type SignalWords = {
  /** who or what it is about: a name, the school's own number, a place, a description */
  readonly subject: string
  readonly narrative: string
  /** when, as the reporter puts it: "elke dinsdag in de pauze" */
  readonly moment: string
  /** from whom it was heard, if they may say */
  readonly heardFrom: string
  /** which innocent explanation the reporter thought of */
  readonly innocent: string
}

export type SignalAct =
  | 'take-up'
  | 'ask'
  | 'answer'
  | 'add'
  | 'pass'
  | 'combine'
  | 'separate'
  | 'close'
  | 'withdraw'
  | 'bring-into-case'

/**
 * Where an act leads from where. What is not here cannot be done. An addition to a closed signal
 * opens it again: new words deserve a new look. Withdrawing stops once a coordinator works with it:
 * from then on others may have acted on the words, and a correction is an addition.
 */
const flow: Readonly<Record<SignalAct, Partial<Record<SignalState, SignalState>>>> = {
  'take-up': { new: 'taken-up', 'question-asked': 'taken-up', 'taken-up': 'taken-up' },
  ask: { new: 'question-asked', 'taken-up': 'question-asked' },
  answer: { 'question-asked': 'taken-up' },
  add: { new: 'new', 'taken-up': 'taken-up', 'question-asked': 'question-asked', closed: 'new' },
  pass: { new: 'new', 'taken-up': 'new', 'question-asked': 'new' },
  combine: {
    new: 'new',
    'taken-up': 'taken-up',
    'question-asked': 'question-asked',
    closed: 'closed',
  },
  separate: {
    new: 'new',
    'taken-up': 'taken-up',
    'question-asked': 'question-asked',
    closed: 'closed',
  },
  close: { 'taken-up': 'closed' },
  withdraw: { new: 'withdrawn', 'question-asked': 'withdrawn' },
  // Whoever brings it into a case works with it: from then on it cannot be withdrawn.
  'bring-into-case': {
    new: 'taken-up',
    'taken-up': 'taken-up',
    'question-asked': 'question-asked',
    closed: 'closed',
  },
}

export type Standing = {
  readonly state: SignalState
  readonly takenUp: boolean
  /** whoever took it up can no longer follow it up, so that nobody works with it */
  readonly takerGone: boolean
}

export type Step =
  | { readonly ok: true; readonly state: SignalState }
  | { readonly ok: false; readonly because: `cannot-${SignalAct}-a-${SignalState}-signal` }

/** Where `act` leads from here, or why it cannot be done. */
export function step(act: SignalAct, { state, takenUp, takerGone }: Standing): Step {
  const next = flow[act][state]
  const withdrawnLate = act === 'withdraw' && takenUp
  // Only from somebody who is gone is a signal taken over like this; otherwise it is passed.
  const withSomebody = act === 'take-up' && state === 'taken-up' && !takerGone
  if (next === undefined || withdrawnLate || withSomebody) {
    return { ok: false, because: `cannot-${act}-a-${state}-signal` }
  }
  // Whoever asked before taking it up gets the answer back in the queue.
  return { ok: true, state: act === 'answer' && !takenUp ? 'new' : next }
}
