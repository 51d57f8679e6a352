import { type CountSource, undivided } from '#platform/count-source.ts'
import { countClosed } from './store.ts'

/** How many intervisions came to something in a period; those that were broken off did not. */
export const intervisionCounts: CountSource = {
  kind: 'intervisions',
  divisions: [],
  addsUp: true,
  count: async (work, period) => new Map([[undivided, await countClosed(work, period)]]),
}
