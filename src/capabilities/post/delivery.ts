import { Temporal } from '#platform/clock.ts'

/** What came of one try to send a message. */
export type Attempt =
  | { readonly kind: 'sent' }
  /** it cannot arrive, now or later */
  | { readonly kind: 'undeliverable'; readonly code: string }
  /** it may arrive later; `away` when the whole mail server could not be reached */
  | { readonly kind: 'failed'; readonly code: string; readonly away: boolean }
  /** not tried: something before it in the same batch stopped us */
  | { readonly kind: 'left' }

/** Where a message stands after a try, as its row will say. */
export type Standing = {
  readonly attempts: number
  readonly sentAt: string | null
  readonly gaveUpAt: string | null
  readonly dueAt: string | null
  readonly lastError: string | null
}

export type Waiting = {
  readonly createdAt: Temporal.Instant
  readonly attempts: number
  readonly lastError: string | null
}

/** Minutes before the next try, after the first, second… failure; the last one goes on. Our own choice. */
const pauses = [1, 5, 15, 60, 240]

/** A message that is older says nothing new any more. Our own choice. */
export const term = Temporal.Duration.from({ hours: 72 })

/** A message that was not tried goes on when the mail server has had a moment, in minutes. */
const breath = 1

export const isTooLate = (createdAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(createdAt.add(term), now) <= 0

export function afterAttempt(
  { createdAt, attempts, lastError }: Waiting,
  attempt: Attempt,
  now: Temporal.Instant,
): Standing {
  const open = { sentAt: null, gaveUpAt: null, dueAt: null }
  const at = now.toString()
  switch (attempt.kind) {
    case 'sent':
      return { ...open, attempts: attempts + 1, sentAt: at, lastError }
    case 'undeliverable':
      return { ...open, attempts: attempts + 1, gaveUpAt: at, lastError: attempt.code }
    case 'left':
      return { ...open, attempts, lastError, dueAt: now.add({ minutes: breath }).toString() }
    case 'failed': {
      const minutes = pauses[Math.min(attempts, pauses.length - 1)] ?? 0
      const next = now.add({ minutes })
      const failed = { ...open, attempts: attempts + 1, lastError: attempt.code }
      return isTooLate(createdAt, next)
        ? { ...failed, gaveUpAt: at }
        : { ...failed, dueAt: next.toString() }
    }
  }
}
