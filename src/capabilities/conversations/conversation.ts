/** A conversation with the young person of a case. Pure: facts in, an answer out. */

export const conversationStates = ['prepared', 'held', 'shown', 'closed', 'called-off'] as const
export type ConversationState = (typeof conversationStates)[number]

export const callOffReasons = [
  'pupil-does-not-want',
  'police-first',
  'advised-otherwise',
  'not-needed',
  'other',
] as const
export type CallOffReason = (typeof callOffReasons)[number]

/**
 * What was said and agreed, piece by piece. A `quote` is what the young person said, literally; an
 * `addition` and a `correction` the young person typed; a `remark` is the listener's, beside a passage.
 */
export type PassageKind =
  | 'quote'
  | 'addition'
  | 'summary'
  | 'interpretation'
  | 'agreement'
  | 'next-contact'
  | 'correction'
  | 'remark'

/** The sealed words of a passage; an interpretation has at least one innocent alternative. */
export type PassageWords = { readonly text: string; readonly innocent: readonly string[] }

export type Passage = PassageWords & {
  readonly id: string
  readonly kind: PassageKind
  readonly aboutId: string | undefined
  readonly writtenBy: string
  readonly writtenAt: string
  /** ISO date, for an agreement */
  readonly dueOn: string | undefined
}

/** The young person reads these, and nothing else of the file. */
const readable: readonly PassageKind[] = [
  'quote',
  'addition',
  'summary',
  'agreement',
  'next-contact',
]

/** A summary that was written anew is history; the rest stays as it was. */
export const stands = (passage: Passage, all: readonly Passage[]): boolean =>
  !all.some(({ kind, aboutId }) => kind === 'summary' && aboutId === passage.id)

export const forPupil = (all: readonly Passage[]): readonly Passage[] =>
  all.filter((one) => readable.includes(one.kind) && stands(one, all))

/** What was put beside a passage: by the young person, or by who listened. */
export const besides = (
  all: readonly Passage[],
  { id }: Pick<Passage, 'id'>,
  kind: 'correction' | 'remark',
): readonly Passage[] => all.filter((one) => one.kind === kind && one.aboutId === id)

/** Of these the professional chooses what goes into the file. */
const fit: readonly PassageKind[] = [
  'quote',
  'addition',
  'summary',
  'interpretation',
  'agreement',
  'next-contact',
]
export const forFile = (all: readonly Passage[]): readonly Passage[] =>
  all.filter((one) => fit.includes(one.kind) && stands(one, all))

/**
 * The account and what was written down with it are of the day of the conversation, and so is a summary in
 * other words. What was put there afterwards has a day of its own.
 */
export const cameLater = ({ kind, writtenAt }: Passage, all: readonly Passage[]): boolean =>
  kind !== 'summary' && writtenAt !== all.find((one) => one.kind === 'summary')?.writtenAt

export type ConversationAct =
  | 'edit'
  | 'hold'
  | 'edit-account'
  | 'rewrite'
  | 'add'
  | 'show'
  | 'correct'
  | 'take-back'
  | 'close'
  | 'call-off'

/**
 * Where an act leads from where; what is not here cannot be done. `shown` says that the young person
 * could read all that stands there now, so whoever adds words to it leads back to `held`. What the young
 * person types themselves they have read.
 */
const flow: Readonly<
  Record<ConversationAct, Partial<Record<ConversationState, ConversationState>>>
> = {
  edit: { prepared: 'prepared' },
  hold: { prepared: 'held' },
  'edit-account': { held: 'held', shown: 'shown' },
  rewrite: { held: 'held', shown: 'held' },
  add: { held: 'held', shown: 'held' },
  show: { held: 'shown', shown: 'shown' },
  correct: { held: 'held', shown: 'shown' },
  'take-back': { held: 'held', shown: 'shown', closed: 'closed' },
  close: { held: 'closed', shown: 'closed' },
  'call-off': { prepared: 'called-off' },
}

export type Step =
  | { readonly ok: true; readonly state: ConversationState }
  | {
      readonly ok: false
      readonly because: `cannot-${ConversationAct}-a-${ConversationState}-conversation`
    }

/** `everShown`: the young person could read it at least once. */
export function step(
  act: ConversationAct,
  { state, everShown }: { readonly state: ConversationState; readonly everShown: boolean },
): Step {
  const next = flow[act][state]
  const unseen = (act === 'correct' || act === 'take-back') && !everShown
  if (next === undefined || unseen) {
    return { ok: false, because: `cannot-${act}-a-${state}-conversation` }
  }
  return { ok: true, state: next }
}
