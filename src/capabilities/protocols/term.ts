import { type SchoolCalendar, schoolCalendarOf } from '#capabilities/calendar/index.ts'
import { Temporal } from '#platform/clock.ts'

/** How terms are counted. School days skip school holidays; working days do not. */
export const termUnits = [
  'immediate',
  'same-day',
  'school-days',
  'working-days',
  'calendar-days',
  'weeks',
] as const
export type TermUnit = (typeof termUnits)[number]

/** Of any unit; a longer term is a slip of the pen. */
export const longestTerm = 200

type Counted = {
  readonly unit: TermUnit
  readonly count?: number | undefined
  /** a law sets it */
  readonly law?: boolean
}

export type Calendars = {
  readonly schoolDays: SchoolCalendar
  /** without the periods in which the school itself is closed */
  readonly workingDays: SchoolCalendar
}

/** Weekends and nothing else: which days off hold for a term of a law, its law says and not we. */
const weekdays = schoolCalendarOf({ everyYear: [], fromEaster: [] }, [])
const ofLaw: Calendars = { schoolDays: weekdays, workingDays: weekdays }

/**
 * The last day on which it should be done, counted from `from`; both ISO dates. The term of a law skips
 * weekends only: a day too early is safe, a day too late is not (decision 108).
 */
export function dueDay(
  { unit, count = 0, law = false }: Counted,
  from: string,
  given: Calendars,
): string {
  const day = Temporal.PlainDate.from(from)
  const calendars = law ? ofLaw : given
  switch (unit) {
    case 'immediate':
    case 'same-day':
      return from
    case 'school-days':
      return calendars.schoolDays.addSchoolDays(day, count).toString()
    case 'working-days':
      return calendars.workingDays.addSchoolDays(day, count).toString()
    case 'calendar-days':
      return day.add({ days: count }).toString()
    case 'weeks':
      return day.add({ weeks: count }).toString()
  }
}

const daysIn: Readonly<Record<TermUnit, number>> = {
  immediate: 0,
  'same-day': 1,
  'school-days': 1,
  'working-days': 1,
  'calendar-days': 1,
  // A school week.
  weeks: 5,
}

/**
 * In a drill a day lasts some minutes. Answers minutes after the moment from which the term is counted;
 * what must be done at once has a quarter of a day.
 */
export function drillMinutes({ unit, count = 1 }: Counted, minutesPerDay: number): number {
  return unit === 'immediate' ? minutesPerDay / 4 : daysIn[unit] * count * minutesPerDay
}
