import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { dutchDay, isoInstant } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'

/** Access until and including this day ends with the day on a Dutch clock. Refuses a day that is over. */
export function lastMomentOf(day: string, now: Temporal.Instant): string {
  if (day < dutchDay(now)) refuse('invalid', 'already-over')
  return Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: dutchTimeZone })
    .toInstant()
    .toString()
}

/** The day that was chosen for the end of access, read back from the moment at which it ends. */
export const lastDayOf = (until: string): string =>
  dutchDay(Temporal.Instant.from(isoInstant(until)).subtract({ nanoseconds: 1 }))
