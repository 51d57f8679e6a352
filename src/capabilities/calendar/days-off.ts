import { Temporal } from '#platform/clock.ts'

/** Days that are free for everybody; data in knowledge/clocks. */
export type DaysOff = {
  /** the same day every year, as month-day: '12-25' */
  readonly everyYear: readonly string[]
  /** days after Easter Sunday; Good Friday is -2 */
  readonly fromEaster: readonly number[]
}

// source: the Gregorian computus as published in Nature, 20 April 1876 (Meeus/Jones/Butcher)
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}
