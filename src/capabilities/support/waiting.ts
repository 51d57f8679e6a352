import { Temporal } from '#platform/clock.ts'

/** The days of a placement, as ISO dates. */
export type PlacementDays = {
  readonly proposedOn: string
  readonly agreedOn: string | undefined
  readonly startedOn: string | undefined
  readonly stoppedOn: string | undefined
}

/** How long it took or takes, in whole days. For whoever may see the case; nothing is ordered by it. */
export type Waiting = {
  /** from proposal to agreement; until today, or until it stopped, when there is none yet */
  readonly untilAgreed: { readonly days: number; readonly goesOn: boolean }
  /** from agreement to start; nothing before there is an agreement */
  readonly untilStarted: { readonly days: number; readonly goesOn: boolean } | undefined
}

export function waiting(placement: PlacementDays, today: string): Waiting {
  const { proposedOn, agreedOn, startedOn, stoppedOn } = placement
  const span = (from: string, to: string | undefined) => ({
    days: Math.max(0, daysBetween(from, to ?? stoppedOn ?? today)),
    goesOn: to === undefined && stoppedOn === undefined,
  })
  return {
    untilAgreed: span(proposedOn, agreedOn),
    untilStarted: agreedOn === undefined ? undefined : span(agreedOn, startedOn),
  }
}

/** The day on which something happened: not after today, and not before what it follows. */
export type DayFits =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: 'date-in-future' | 'date-too-early' }

export function dayFits(day: string, after: string, today: string): DayFits {
  if (day > today) return { ok: false, because: 'date-in-future' }
  return day < after ? { ok: false, because: 'date-too-early' } : { ok: true }
}

/** Whole days from one ISO date to another. */
const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
