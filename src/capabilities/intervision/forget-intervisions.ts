import type { Forget } from '#platform/forget-rows.ts'
import { eraseOlder } from './store.ts'

/**
 * Destroys the key of intervisions that nobody touched any more, and the cards with it. What stays: that
 * it was held, by whom, and what it came to.
 */
export const forgetIntervisions: Forget = (work, before, limit) =>
  eraseOlder(work, before.toString(), limit)
