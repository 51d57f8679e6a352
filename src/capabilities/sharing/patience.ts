/** How long a channel waits, and when a message that cannot be read may no longer hold it up. Pure. */
import { Temporal } from '#platform/clock.ts'

/** Minutes before the next try, after the first, second… that settled nothing; the last one goes on. Our own choice. */
const pauses = [1, 5, 15, 60, 240]

/**
 * A message on which the recipient's own program stumbles is tried again for this long after the first time that it
 * did. Then it is kept as refused, and what came after it goes on. Our own choice: a weekend and a day to repair it.
 */
const term = Temporal.Duration.from({ hours: 72 })

/** A slow moment is no defect yet: what takes too long has a day more. Our own choice. */
const slowDay = Temporal.Duration.from({ hours: 24 })

/** `since`: when the recipient stumbled on this message for the first time; nothing when that is now. */
export function isTooLate(since: string | undefined, now: Temporal.Instant, slow = false): boolean {
  if (since === undefined) return false
  const until = Temporal.Instant.from(since).add(term)
  return Temporal.Instant.compare(slow ? until.add(slowDay) : until, now) <= 0
}

/** Where a channel stands after a try. */
export type Standing = {
  readonly dueAt: string | null
  readonly attempts: number
  readonly lastError: string | null
}

/** `error`: the code of what stopped it; nothing when everything that was carried was settled. */
export function afterTry(
  { settled, error }: { readonly settled: number; readonly error: string | undefined },
  attempts: number,
  now: Temporal.Instant,
): Standing {
  if (error === undefined) return { dueAt: null, attempts: 0, lastError: null }
  // Something went through, so the next pause is the shortest.
  const before = settled > 0 ? 0 : attempts
  const minutes = pauses[Math.min(before, pauses.length - 1)] ?? 0
  return { dueAt: now.add({ minutes }).toString(), attempts: before + 1, lastError: error }
}
