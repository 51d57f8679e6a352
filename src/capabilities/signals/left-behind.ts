import type { Work } from '#platform/work.ts'
import { type Leaving, listLeftSignals, tellWhoReadsThen } from './store-circle.ts'

/** `withNobody`: how many of them nobody in the organisation could read any more. */
export type LeftBehind = { readonly count: number; readonly withNobody: number }

/**
 * What others must take over when a colleague's access stops or their role goes. Only numbers: whoever
 * manages people does not read signals.
 */
export async function countLeftBehind(work: Work, leaving: Leaving): Promise<LeftBehind> {
  const left = await listLeftSignals(work, leaving)
  return {
    count: left.length,
    withNobody: left.filter(({ readersThen }) => readersThen === 'nobody').length,
  }
}

/** Tells those who read them from now on. In the transaction that makes the colleague leave, before it does. */
export const handOver = async (work: Work, leaving: Leaving): Promise<void> =>
  tellWhoReadsThen(work, leaving, await listLeftSignals(work, leaving))
