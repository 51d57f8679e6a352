/** A placement: one kind of help for one young person, from proposal to evaluation. Pure. */

import type { Agreement } from './agreement.ts'

export const placementStates = [
  'proposed',
  'agreed',
  'started',
  'ended',
  'evaluated',
  'declined',
  'withdrawn',
] as const
export type PlacementState = (typeof placementStates)[number]

export type PlacementAct =
  | 'agree'
  | 'decline'
  | 'withdraw'
  | 'start'
  | 'report'
  | 'end'
  | 'evaluate'

export type PlacementEventKind =
  | 'proposed'
  | 'agreed'
  | 'declined'
  | 'withdrawn'
  | 'started'
  | 'reported'
  | 'ended'
  | 'evaluated'

/**
 * Where an act leads from where. What is not here cannot be done. Declining stays possible until help
 * begins: whoever agreed may think again. Afterwards it ends, with a reason. A report may still come
 * when help has ended, until it is evaluated.
 */
const flow: Readonly<Record<PlacementAct, Partial<Record<PlacementState, PlacementState>>>> = {
  agree: { proposed: 'agreed' },
  decline: { proposed: 'declined', agreed: 'declined' },
  withdraw: { proposed: 'withdrawn', agreed: 'withdrawn' },
  start: { agreed: 'started' },
  report: { started: 'started', ended: 'ended' },
  end: { started: 'ended' },
  evaluate: { ended: 'evaluated' },
}

export const placementActs = Object.keys(flow) as readonly PlacementAct[]

export const eventOf: Readonly<Record<PlacementAct, PlacementEventKind>> = {
  agree: 'agreed',
  decline: 'declined',
  withdraw: 'withdrawn',
  start: 'started',
  report: 'reported',
  end: 'ended',
  evaluate: 'evaluated',
}

export type PlacementStep =
  | { readonly ok: true; readonly state: PlacementState }
  | { readonly ok: false; readonly because: `cannot-${PlacementAct}-a-${PlacementState}-placement` }

/** Where `act` leads from here, or why it cannot be done. */
export function step(act: PlacementAct, state: PlacementState): PlacementStep {
  const next = flow[act][state]
  return next
    ? { ok: true, state: next }
    : { ok: false, because: `cannot-${act}-a-${state}-placement` }
}

/** The state that a history tells; nothing when it tells something that cannot have happened. */
export function stateAfter(history: readonly PlacementEventKind[]): PlacementState | undefined {
  if (history[0] !== 'proposed') return undefined
  let state: PlacementState | undefined = 'proposed'
  for (const kind of history.slice(1)) {
    const act = placementActs.find((one) => eventOf[one] === kind)
    state = act && state && flow[act][state]
  }
  return state
}

export const wishes = ['pupil', 'parents', 'school', 'partner'] as const
export type Wish = (typeof wishes)[number]

export const goalAnswers = ['reached', 'partly', 'not', 'unknown'] as const
export type GoalAnswer = (typeof goalAnswers)[number]

export const reporters = ['provider', 'own', 'pupil', 'parents'] as const
export type ReportFrom = (typeof reporters)[number]

export const endings = ['finished', 'pupil-stopped', 'provider-stopped', 'moved', 'other'] as const
export type Ending = (typeof endings)[number]

/** What is sealed with the case's key. */
export type PlacementWords = {
  /** in words of our own when the catalogue does not know it; described by whoever proposes it */
  readonly otherTitle: string
  readonly otherAbout: string
  /** the question that this help answers */
  readonly question: string
  readonly wish: Wish
  readonly wishWords: string
  /** what should be different afterwards, one by one */
  readonly goals: readonly string[]
  /** whom the coordinator contacts, as the offer said when it was chosen, or as written by hand */
  readonly contact: string
}

/** What happened, sealed; which of these are there depends on the kind. */
export type HappeningWords = {
  readonly text?: string
  readonly agreement?: Agreement
  readonly from?: ReportFrom
  readonly because?: Ending
  readonly goals?: readonly {
    readonly goal: string
    readonly answer: GoalAnswer
    readonly why: string
  }[]
  readonly pupilVoice?: string
  readonly whyNoVoice?: string
  readonly declinedBy?: 'pupil' | 'parents' | 'both'
}
