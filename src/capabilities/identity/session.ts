import type { Temporal } from '#platform/clock.ts'

export type SignInMethod = 'openid-connect' | 'passkey' | 'demo'

const minute = 60_000 // milliseconds

/** A session ends by itself after 15 minutes without a request, and after 10 hours in any case. */
const idleLimit = 15 * minute
const absoluteLimit = 10 * 60 * minute

/** Acts that cannot be undone ask for a proof of identity that is at most this old. */
const stepUpLimit = 5 * minute

/** How often a session in use is written down as seen: not on every request. */
const noteInterval = minute

/** A session is live when it started after the one and was seen after the other. */
export const liveSince = (now: Temporal.Instant) => ({
  startedAfter: earlier(now, absoluteLimit),
  seenAfter: earlier(now, idleLimit),
})

export const mustNote = (seenAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  age(seenAt, now) >= noteInterval

export const isSteppedUp = (steppedUpAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  age(steppedUpAt, now) < stepUpLimit

// Plain numbers, because this is counted on every request of somebody signed in.
const age = (at: Temporal.Instant, now: Temporal.Instant): number =>
  now.epochMilliseconds - at.epochMilliseconds

const earlier = (now: Temporal.Instant, milliseconds: number): string =>
  new Date(now.epochMilliseconds - milliseconds).toISOString()

/** Signs that a token was given out in demo mode, so that it opens nothing once demo mode is off. */
export const demoPrefix = 'demo.'
