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
  readonly startedAt: Temporal.Instant
  /** when the run last went on after the immediate route */
  readonly resumedAt: Temporal.Instant | undefined
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
}

/**
 * When a step that opens now should be done. A term from the beginning counts from there only the first
 * time: what comes back later would be late before anybody could do it. After the immediate route it counts
 * from the moment the run went on, also for a step that opens later; the term of a law does not wait.
 */
export function dueOf(opening: Opening, clock: RunClock): Due {
  const { step, standing, answers, now } = opening
  const again = standing.round > 1 && step.repeat !== undefined
  const term: Term | null = again ? (step.repeat?.term ?? null) : step.term
  if (!term) return { on: null, at: null }
  const { from } = term
  const fromStart = from === 'start' && standing.round === 1
  const resumedAt = term.law ? undefined : clock.resumedAt
  if (clock.minutesPerDay !== undefined) {
    const begin = fromStart ? (resumedAt ?? clock.startedAt) : now
    const seconds = Math.round(drillMinutes(term, clock.minutesPerDay) * 60)
    const at = begin.add(Temporal.Duration.from({ seconds }))
    return { on: dutchDay(at), at: at.toString() }
  }
  const today = dutchDay(now)
  const answered = typeof from === 'object' ? answers[from.step]?.[from.field]?.[0] : undefined
  const start = resumedAt ? dutchDay(resumedAt) : clock.countsFrom
  const begin = answered ?? (fromStart ? start : today)
  return { on: dueDay(term, begin, clock.calendars), at: null }
}
