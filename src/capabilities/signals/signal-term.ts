import type { SchoolCalendar } from '#capabilities/calendar/index.ts'
import { dutchTimeZone, type Temporal } from '#platform/clock.ts'

/** How soon somebody looks at a new signal, in school days; data in knowledge/clocks. */
export type FirstLook = {
  readonly schoolDays: number
  readonly schoolDaysWithDanger: number
}

/**
 * The last day on which somebody should have looked. Days on which the school is closed do not count.
 * Only the human answer about danger now makes it shorter: what a text was recognised as never does,
 * so that no child is put ahead of another by software.
 */
export function lookBefore(
  recordedAt: Temporal.Instant,
  danger: boolean,
  term: FirstLook,
  calendar: SchoolCalendar,
): Temporal.PlainDate {
  const today = recordedAt.toZonedDateTimeISO(dutchTimeZone).toPlainDate()
  return calendar.addSchoolDays(today, danger ? term.schoolDaysWithDanger : term.schoolDays)
}
