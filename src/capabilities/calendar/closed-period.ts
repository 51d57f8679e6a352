/** A period in which an organisation is closed: a school holiday, a study day. */

/** First and last day, both as ISO dates, both closed. */
export type Period = { readonly from: string; readonly until: string }

export type ClosedPeriod = Period & {
  readonly id: string
  /** what the organisation calls it; about nobody */
  readonly name: string
}

/** Longest name, in characters. */
export const longestName = 80

/** A summer holiday is shorter; a longer period is a slip of the pen. In days. */
const longestPeriod = 92

/** Further ahead nobody plans, and further back it counts for nothing. In years, in days. */
const yearsAhead = 3
export const daysBack = 400

/** Enough for years of holidays and study days; every term reads them all. */
const mostPeriods = 120

const dayInMs = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)

const daysBetween = (from: string, until: string): number => (at(until) - at(from)) / dayInMs

type Wrong =
  | { readonly field: 'until'; readonly because: 'ends-before-it-begins' | 'period-too-long' }
  | { readonly field: 'from'; readonly because: 'too-far-away' | 'overlaps' | 'too-many-periods' }

type Fit = { readonly ok: true } | ({ readonly ok: false } & Wrong)

/** Whether a new period can stand beside those that are there. `today` is an ISO date. */
export function fits(
  { from, until }: Period,
  { others, today }: { readonly others: readonly Period[]; readonly today: string },
): Fit {
  const not = (wrong: Wrong): Fit => ({ ok: false, ...wrong })
  if (until < from) return not({ field: 'until', because: 'ends-before-it-begins' })
  if (daysBetween(from, until) >= longestPeriod) {
    return not({ field: 'until', because: 'period-too-long' })
  }
  const ahead = Number(from.slice(0, 4)) - Number(today.slice(0, 4))
  if (ahead > yearsAhead || daysBetween(from, today) > daysBack) {
    return not({ field: 'from', because: 'too-far-away' })
  }
  if (others.some((other) => from <= other.until && other.from <= until)) {
    return not({ field: 'from', because: 'overlaps' })
  }
  if (others.length >= mostPeriods) return not({ field: 'from', because: 'too-many-periods' })
  return { ok: true }
}
