/** Advice: a question to another organisation, without the young person. Pure: facts in, an answer out. */

/** How far whoever advises is. */
export type AdviserState = 'waiting' | 'taken' | 'asked-back' | 'answered' | 'ended'

export const adviserActs = ['take', 'answer', 'ask-back', 'end'] as const
export type AdviserAct = (typeof adviserActs)[number]

export const askerActs = ['add', 'reply', 'close'] as const
export type AskerAct = (typeof askerActs)[number]

export type AdviceAct = AdviserAct | AskerAct
export type Side = 'asked' | 'received'

/** Which acts are of whoever has it on this side. */
export const actsOf = { asked: askerActs, received: adviserActs } as const

/**
 * Where a question stands, in the rows of either side. The two halves are apart on purpose: what one side does
 * while something of the other is under way changes only its own half, so both sides come to the same.
 */
export type Standing = {
  readonly adviser: AdviserState
  /** the question back that waits for a reply */
  readonly pending: string | undefined
  /** whoever asked is ready with it */
  readonly closed: boolean
}

/** One thing that was said or done. */
export type Step = {
  readonly id: string
  readonly act: AdviceAct
  /** the question back that a reply answers */
  readonly to?: string | undefined
}

export type Stood =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly because: string }

export const begun: Standing = { adviser: 'waiting', pending: undefined, closed: false }

/**
 * Where an act of whoever advises leads from where; what is not here cannot be done. A question that has ended
 * may be taken up again: something can have been added while it ended.
 */
const flow: Readonly<Record<AdviserAct, Partial<Record<AdviserState, AdviserState>>>> = {
  take: {
    waiting: 'taken',
    taken: 'taken',
    'asked-back': 'asked-back',
    answered: 'answered',
    ended: 'taken',
  },
  answer: { taken: 'answered', 'asked-back': 'answered', answered: 'answered' },
  'ask-back': { taken: 'asked-back', 'asked-back': 'asked-back', answered: 'asked-back' },
  end: { taken: 'ended', 'asked-back': 'ended', answered: 'ended' },
}

const isAdviserAct = (act: AdviceAct): act is AdviserAct =>
  (adviserActs as readonly string[]).includes(act)

/** How something that the other side did changes it; also what crossed something of our own. */
export function received(standing: Standing, { id, act, to }: Step): Stood {
  if (act === 'close') return { ok: true, standing: { ...standing, closed: true } }
  if (act === 'add') return { ok: true, standing }
  if (act === 'reply') {
    // A reply to another question back than the one that waits: the adviser went on meanwhile.
    if (standing.pending === undefined || standing.pending !== to) return { ok: true, standing }
    return { ok: true, standing: { ...standing, adviser: 'taken', pending: undefined } }
  }
  const adviser = flow[act][standing.adviser]
  if (!adviser) return { ok: false, because: `cannot-${act}-when-${standing.adviser}` }
  const pending = act === 'ask-back' ? id : adviser === 'asked-back' ? standing.pending : undefined
  return { ok: true, standing: { ...standing, adviser, pending } }
}

/** How somebody's own act changes it, or why it cannot be done. */
export function done(standing: Standing, step: Step): Stood {
  if (standing.closed) return { ok: false, because: `cannot-${step.act}-when-closed` }
  if (step.act === 'add' && standing.adviser === 'ended') {
    return { ok: false, because: 'cannot-add-when-ended' }
  }
  if (step.act === 'reply' && (standing.pending === undefined || standing.pending !== step.to)) {
    return { ok: false, because: `cannot-reply-when-${standing.adviser}` }
  }
  return received(standing, step)
}

/** What can be done now, in the order in which it is usually done. */
export const possible = (side: Side, standing: Standing): readonly AdviceAct[] =>
  actsOf[side].filter((act) => done(standing, { id: '', act, to: standing.pending }).ok)

/** In one word, as both sides read it. */
export type AdviceState = AdviserState | 'closed' | 'undelivered'

export const stateOf = ({ adviser, closed }: Standing, undelivered: boolean): AdviceState =>
  closed ? 'closed' : undelivered ? 'undelivered' : adviser

/** Nothing more is expected on this side. */
export const isOver = (side: Side, { adviser, closed }: Standing): boolean =>
  closed || (side === 'received' && adviser === 'ended')

export { isAdviserAct }
