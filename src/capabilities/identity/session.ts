import { Temporal } from '#platform/clock.ts'

export type SignInMethod = 'openid-connect' | 'passkey' | 'demo'

/** A session ends by itself after 15 minutes without a request, and after 10 hours in any case. */
export const idleLimit = Temporal.Duration.from({ minutes: 15 })
export const absoluteLimit = Temporal.Duration.from({ hours: 10 })

/** Acts that cannot be undone ask for a proof of identity that is at most this old. */
export const stepUpLimit = Temporal.Duration.from({ minutes: 5 })

/** How often a session in use is written down as seen: not on every request. */
export const noteInterval = Temporal.Duration.from({ minutes: 1 })

/** A session is live when it started after the one and was seen after the other. */
export const liveSince = (now: Temporal.Instant) => ({
  startedAfter: now.subtract(absoluteLimit),
  seenAfter: now.subtract(idleLimit),
})

export const mustNote = (seenAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  isOlder(seenAt, noteInterval, now)

export const isSteppedUp = (steppedUpAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  !isOlder(steppedUpAt, stepUpLimit, now)

const isOlder = (at: Temporal.Instant, limit: Temporal.Duration, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at.add(limit), now) <= 0

/** Signs that a token was given out in demo mode, so that it opens nothing once demo mode is off. */
export const demoPrefix = 'demo.'
