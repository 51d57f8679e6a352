import type { AskedKind } from '#capabilities/knowledge/index.ts'
import { idUnder } from '#platform/ids.ts'
import { type Phase, type Standing, stageOf } from './intervision.ts'

/** What somebody wrote in a phase, and who may read it when. */

export const effects = ['supports', 'burdens', 'unknown'] as const
export type Effect = (typeof effects)[number]

export const origins = ['own', 'hearsay'] as const
export type Origin = (typeof origins)[number]

/** The sealed words; which of them are there follows from the kind. */
export type Contribution =
  | {
      readonly kind: 'fact'
      readonly text: string
      readonly origin: Origin
      readonly moment: string
    }
  | {
      readonly kind: 'mark'
      readonly text: string
      readonly domain: string
      readonly lens: string
      readonly effect: Effect
    }
  | { readonly kind: 'explanation'; readonly text: string; readonly innocent: boolean }
  | {
      readonly kind: Exclude<AskedKind, 'fact' | 'mark' | 'explanation'>
      readonly text: string
    }

/** Longest text, in characters: a card, not a report. */
export const longestText = 1_000
/** Cards of one person in one phase. */
export const mostPerPhase = 40

/**
 * By which a card is known that was sent before: its form and its words. A page that was opened on two devices,
 * or gone back to, has one form; with other words it lays down another card.
 */
export const sentKey = (form: string, contribution: Contribution): string =>
  idUnder(form, JSON.stringify(contribution))

type Written = { readonly phase: string; readonly personId: string }

/**
 * Before the cards of a silent phase are turned, everybody sees only their own. This is the one place
 * that says so; the query of the store says it again.
 */
export function maySeeContribution(
  personId: string,
  { phase, personId: author }: Written,
  phases: readonly Phase[],
  { revealed, state }: Pick<Standing, 'revealed' | 'state'>,
): boolean {
  if (author === personId) return true
  const written = phases.find(({ id }) => id === phase)
  if (!written) return state === 'ended'
  return stageOf(written, revealed) !== 'writing'
}

/** Own cards may change until they are turned; what lies open is fixed, and more comes beside it. */
export const mayChange = (
  { phase }: Written,
  phases: readonly Phase[],
  { revealed, state }: Pick<Standing, 'revealed' | 'state'>,
): boolean => {
  const written = phases.find(({ id }) => id === phase)
  return state === 'running' && written !== undefined && stageOf(written, revealed) === 'writing'
}

export type Acceptance =
  | {
      readonly ok: true /** after the cards were turned, or after the phase */
      readonly late: boolean
    }
  | { readonly ok: false; readonly because: 'not-running' | 'not-asked-here' | 'not-there-yet' }

/** Whether a card for this phase can still be laid down, and whether it counts as later. */
export function accept(
  phaseId: string,
  kind: AskedKind,
  phases: readonly Phase[],
  { state, phase: at, revealed }: Standing,
): Acceptance {
  if (state !== 'running') return { ok: false, because: 'not-running' }
  const index = phases.findIndex(({ id }) => id === phaseId)
  const phase = phases[index]
  if (!phase?.asks.includes(kind)) return { ok: false, because: 'not-asked-here' }
  const stage = stageOf(phase, revealed)
  if (index > at && stage === 'writing') return { ok: false, because: 'not-there-yet' }
  return { ok: true, late: stage === 'revealed' || index < at }
}
