import { dutchTimeZone, type Temporal } from '#platform/clock.ts'
import { type DaysOff, isSchoolDay } from './days-off.ts'

/** How soon somebody looks at a new signal, in school days; data in knowledge/clocks. */
export type FirstLook = {
  readonly schoolDays: number
  readonly schoolDaysWithDanger: number
  readonly daysOff: DaysOff
}

/**
 * The last day on which somebody should have looked. Weekends and public holidays do not
 * count; school holidays do, as we do not know them. Only the human answer about danger now makes it shorter: what a
 * text was recognised as never does, so that no child is put ahead of another by software.
 */
export function lookBefore(
  recordedAt: Temporal.Instant,
  danger: boolean,
  term: FirstLook,
): Temporal.PlainDate {
  let day = recordedAt.toZonedDateTimeISO(dutchTimeZone).toPlainDate()
  let left = danger ? term.schoolDaysWithDanger : term.schoolDays
  while (left > 0) {
    day = day.add({ days: 1 })
    if (isSchoolDay(day, term.daysOff)) left -= 1
  }
  return day
}
