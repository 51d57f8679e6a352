import type { Forget } from '#platform/forget-rows.ts'
import { deleteOlder } from './store.ts'

/** Lets go of tables whose keeping is over, and of those that were declined or left. */
export const forgetRoundTables: Forget = (work, before, limit) =>
  deleteOlder(work, before.toString(), limit)
