import { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { SchoolStep } from './edition.ts'
import type { Term } from './protocol.ts'
import type { Answers, Standing } from './run.ts'
import { type Calendars, drillMinutes, dueDay } from './term.ts'

/** From when the terms of a run are counted. */
export type RunClock = {
  /** ISO date */
  readonly countsFrom: string
  /** the run began, or went on after the immediate route */
  readonly startedAt: Temporal.Instant
  /** in a drill: how many minutes one day of a term lasts */
  readonly minutesPerDay: number | undefined
  readonly calendars: Calendars
}

/** `on`: ISO date; `at`: in a drill, the instant. Without a term there is neither. */
export type Due = { readonly on: string | null; readonly at: string | null }

type Opening = {
  readonly step: SchoolStep
  readonly standing: Standing
  readonly answers: Answers
  readonly now: Temporal.Instant
  /** it was open before the immediate route was taken */
  readonly resumed: boolean
}

/**
 * When a step that opens now should be done. A term from the beginning counts from there only the first
 * time: what comes back later would be late before anybody could do it.
 */
export function dueOf(opening: Opening, clock: RunClock): Due {
  const { step, standing, answers, now, resumed } = opening
  const again = standing.round > 1 && step.repeat !== undefined
  const term: Term | null = again ? (step.repeat?.term ?? null) : step.term
  if (!term) return { on: null, at: null }
  const fresh = standing.round > 1 || resumed
  const { from } = term
  if (clock.minutesPerDay !== undefined) {
    const begin = from === 'start' && !fresh ? clock.startedAt : now
    const seconds = Math.round(drillMinutes(term, clock.minutesPerDay) * 60)
    const at = begin.add(Temporal.Duration.from({ seconds }))
    return { on: dutchDay(at), at: at.toString() }
  }
  const today = dutchDay(now)
  const answered = typeof from === 'object' ? answers[from.step]?.[from.field]?.[0] : undefined
  const begin = answered ?? (from === 'start' && !fresh ? clock.countsFrom : today)
  return { on: dueDay(term, begin, clock.calendars), at: null }
}
