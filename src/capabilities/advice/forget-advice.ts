import type { Forget } from '#platform/forget-rows.ts'
import { deleteOlder } from './store.ts'

/** Lets go of questions that are over and that nobody touched any more, with all that was said. */
export const forgetAdvice: Forget = (work, before, limit) =>
  deleteOlder(work, before.toString(), limit)
