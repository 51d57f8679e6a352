import type { AskedKind } from '#capabilities/knowledge/index.ts'

/** One intervision: how it goes from step to step. Pure: facts in, an answer out. */

export const abouts = ['pupil', 'group', 'place'] as const
export type About = (typeof abouts)[number]

export type IntervisionState = 'gathering' | 'running' | 'ended'

export const outcomes = [
  'more-care',
  'support-team',
  'protective-suffices',
  'exploitation-route',
  'next-step',
] as const
export type Outcome = (typeof outcomes)[number]

/** What a method that ends with a decision may lead to: the three outcomes of the sourced frame, and the route. */
export const decisionOutcomes: readonly Outcome[] = outcomes.filter((one) => one !== 'next-step')

/** As far as moving is concerned, this is a phase of a method. */
export type Phase = {
  readonly id: string
  readonly silent: boolean
  readonly asks: readonly AskedKind[]
  readonly needs?: 'competing-explanations' | undefined
}

export type Standing = {
  readonly state: IntervisionState
  /** place in the method, from 0 */
  readonly phase: number
  /** phases whose cards were turned; they never turn back */
  readonly revealed: readonly string[]
}

/** In a phase: still writing in silence, turned, or open from its beginning. */
export type Stage = 'writing' | 'revealed' | 'open'

export const stageOf = (phase: Phase, revealed: readonly string[]): Stage =>
  !phase.silent ? 'open' : revealed.includes(phase.id) ? 'revealed' : 'writing'

export const moves = ['begin', 'reveal', 'next', 'back', 'end'] as const
export type Move = (typeof moves)[number]

/** Names a place so that a click can say where it was made: two clicks at once move one step. */
export const placeOf = ({ state, phase, revealed }: Standing, phases: readonly Phase[]): string => {
  const at = phases[phase]
  return state === 'running' && at ? `${phase}-${stageOf(at, revealed)}` : state
}

/** What explanations there are by now. */
export type Explanations = { readonly all: number; readonly innocent: number }

/**
 * A decision on one explanation is a decision on the first thought. So there are at least two that
 * compete, and one of them is an ordinary, innocent one.
 */
export const competes = ({ all, innocent }: Explanations): boolean => all >= 2 && innocent >= 1

export type Moved =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly because: 'not-possible-now' | 'needs-competing-explanations' }

/** Where a move leads from here, or why it cannot be made. */
export function move(
  act: Move,
  standing: Standing,
  phases: readonly Phase[],
  explanations: Explanations,
): Moved {
  const { state, phase, revealed } = standing
  const no = { ok: false, because: 'not-possible-now' } as const
  const to = (change: Partial<Standing>): Moved => ({
    ok: true,
    standing: { ...standing, ...change },
  })
  if (state === 'gathering') return act === 'begin' ? to({ state: 'running', phase: 0 }) : no
  const at = phases[phase]
  if (state !== 'running' || !at) return no
  const stage = stageOf(at, revealed)
  if (act === 'reveal') return stage === 'writing' ? to({ revealed: [...revealed, at.id] }) : no
  if (act === 'back') return phase > 0 ? to({ phase: phase - 1 }) : no
  if (act === 'begin' || stage === 'writing') return no
  const next = phases[phase + 1]
  if (act === 'end') return next ? no : to({ state: 'ended' })
  if (!next) return no
  if (next.needs && !competes(explanations)) {
    return { ok: false, because: 'needs-competing-explanations' }
  }
  return to({ phase: phase + 1 })
}

/** What the facilitator can do here, most usual first. What still lacks something is among them. */
export const possibleMoves = (standing: Standing, phases: readonly Phase[]): readonly Move[] =>
  moves.filter((act) => move(act, standing, phases, { all: 2, innocent: 1 }).ok)
