import { type CountSource, undivided } from '#platform/count-source.ts'
import { countReadersIn } from './team-store.ts'

/** How many people read at least one story to its end in a period. */
export const readerCounts: CountSource = {
  kind: 'stories-completed',
  divisions: [],
  addsUp: true,
  count: async (work, period) => new Map([[undivided, await countReadersIn(work, period)]]),
}
