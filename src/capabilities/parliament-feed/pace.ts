import type { Temporal } from '#platform/clock.ts'

/** So often the same page is asked for before we leave it for a day. */
export const mostTries = 5

/** Seconds that the House may ask us to wait at most; it says so with `Retry-After`. */
const longestAsked = 3_600

/** Seconds before the next try: 1, 2, 4, … 60, each between half and one and a half of it. `random` is from 0 to 1. */
export const pauseAfter = (tries: number, random: number): number =>
  Math.min(60, 2 ** (tries - 1)) * (0.5 + random)

/** What `Retry-After` asks, in seconds; it names seconds or a moment. Nothing when it says neither. */
export function readRetryAfter(header: string | null, now: Temporal.Instant): number | undefined {
  if (!header) return undefined
  const asked = /^\d{1,9}$/.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - now.epochMilliseconds) / 1_000
  return Number.isNaN(asked) ? undefined : Math.min(longestAsked, Math.max(0, asked))
}

/** Nanoseconds go, because PostgreSQL would round them. */
export const laterBy = (now: Temporal.Instant, seconds: number): string =>
  now
    .add({ milliseconds: Math.round(seconds * 1_000) })
    .round('microsecond')
    .toString()
