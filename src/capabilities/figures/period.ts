/** Quarters and years on a Dutch calendar. Pure; all days are ISO dates. */
import { Temporal } from '#platform/clock.ts'
import type { CountPeriod } from '#platform/count-source.ts'

/** `2026` or `2026-q3`. */
export type Period = CountPeriod & { readonly code: string }

export type PeriodLength = 'quarter' | 'year'

/** Days after the end before it is counted: what belongs in it is entered by then. Our choice (decision 220). */
const countedAfter = 14
/** Days after the end before the first national figure: most organisations published by then. Our choice. */
const toldAfter = 42
/** Days after the end in which it may be counted again. Later, terms of keeping would count as corrections. */
const correctedUntil = 180

/**
 * Days after the end in which it may be counted for the first time. Ends before a count is forgotten (`figureDays` in
 * knowledge/clocks/retention.yaml): what was forgotten is never counted anew.
 */
const firstCountedUntil = 548

const months = { quarter: 3, year: 12 } as const
const shape = /^(\d{4})(?:-q([1-4]))?$/

/** Nothing for what is no period. */
export function periodFrom(code: string): Period | undefined {
  const found = shape.exec(code)
  if (!found) return undefined
  const [, year, quarter] = found
  const length = quarter ? 'quarter' : 'year'
  const month = quarter ? Number(quarter) * 3 - 2 : 1
  const first = new Temporal.PlainDate(Number(year), month, 1)
  const until = first.add({ months: months[length] })
  return { code, from: first.toString(), until: until.toString() }
}

export const lengthOf = ({ code }: Pick<Period, 'code'>): PeriodLength =>
  code.includes('-') ? 'quarter' : 'year'

/** Periods that begin on `since` or later and are to be counted today, the oldest first. */
export const periodsToCount = (length: PeriodLength, since: string, today: string): Period[] =>
  periodsOver(length, since, today).filter(
    ({ until }) => today < daysAfter(until, firstCountedUntil),
  )

function periodsOver(length: PeriodLength, since: string, today: string): Period[] {
  const first = Temporal.PlainDate.from(since).year
  const last = Temporal.PlainDate.from(today).year
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, nth) =>
    String(first + nth).padStart(4, '0'),
  )
  const codes =
    length === 'year' ? years : years.flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-q${n}`))
  return codes
    .flatMap((code) => periodFrom(code) ?? [])
    .filter((period) => period.from >= since && mayBeCounted(period, today))
}

/** Whether there is a day in both, when they are not the same period. */
export function overlaps(code: string, period: Period): boolean {
  const other = periodFrom(code)
  if (!other || code === period.code) return false
  return other.from < period.until && period.from < other.until
}

/** The first day after today on which a period of this length is counted that could not be before. */
export function nextCountOf(length: PeriodLength, today: string): string {
  const far = daysAfter(today, 366)
  const next = periodsOver(length, publishedSince(today), far).find(
    (period) => !mayBeCounted(period, today),
  )
  if (!next) throw new Error('there is no next period')
  return daysAfter(next.until, countedAfter)
}

export const mayBeCounted = ({ until }: Period, today: string): boolean =>
  daysAfter(until, countedAfter) <= today

export const mayBeTold = ({ until }: Period, today: string): boolean =>
  daysAfter(until, toldAfter) <= today

export const mayBeCorrected = ({ until }: Period, today: string): boolean =>
  today < daysAfter(until, correctedUntil)

/** The first day on which there can be a national figure of a period. */
export const toldFrom = ({ until }: Period): string => daysAfter(until, toldAfter)

/** Whoever begins to publish does so from the beginning of the year before. */
export const publishedSince = (today: string): string =>
  `${String(Temporal.PlainDate.from(today).year - 1).padStart(4, '0')}-01-01`

export const daysAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The last period of this length of which there can be a national figure today. */
export function lastTold(length: PeriodLength, today: string): Period {
  const since = publishedSince(daysAfter(today, -366))
  const last = periodsOver(length, since, today).findLast((period) => mayBeTold(period, today))
  if (!last) throw new Error('there was no period')
  return last
}
