import type { Temporal } from '#platform/clock.ts'
import type { Period } from './closed-period.ts'
import { type DaysOff, easterSunday } from './days-off.ts'

/** Which days count as school days in one organisation. Pure: read once, then only counting. */
export type SchoolCalendar = {
  isSchoolDay(day: Temporal.PlainDate): boolean
  /** The `count`th school day after this day. With 0 it is the day itself, school day or not. */
  addSchoolDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate
}

const saturday = 6

/**
 * Saturdays, Sundays, the days off of everybody and the periods in which this organisation is closed
 * are no school days. Periods may overlap: a day that is free twice is free.
 */
export function schoolCalendarOf(daysOff: DaysOff, closed: readonly Period[]): SchoolCalendar {
  const everyYear = new Set(daysOff.everyYear)
  const aroundEaster = new Map<number, ReadonlySet<string>>()

  const isAroundEaster = (day: Temporal.PlainDate, text: string): boolean => {
    let days = aroundEaster.get(day.year)
    if (!days) {
      const easter = easterSunday(day.year)
      days = new Set(daysOff.fromEaster.map((count) => easter.add({ days: count }).toString()))
      aroundEaster.set(day.year, days)
    }
    return days.has(text)
  }

  const isSchoolDay = (day: Temporal.PlainDate): boolean => {
    if (day.dayOfWeek >= saturday) return false
    const text = day.toString()
    if (everyYear.has(text.slice(5)) || isAroundEaster(day, text)) return false
    return !closed.some(({ from, until }) => from <= text && text <= until)
  }

  return {
    isSchoolDay,
    addSchoolDays(day, count) {
      let reached = day
      let left = count
      while (left > 0) {
        reached = reached.add({ days: 1 })
        if (isSchoolDay(reached)) left -= 1
      }
      return reached
    },
  }
}
