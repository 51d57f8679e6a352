import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { type CountSource, countsByCode } from '#platform/count-source.ts'
import { countByCategory, countLookedAt } from './store-counts.ts'

/** What is counted of signals: by kind, and whether somebody looked in time. Numbers only. */
export const signalCounts = ({
  categories,
}: Pick<Knowledge, 'categories'>): readonly CountSource[] => [
  {
    kind: 'signals-by-category',
    divisions: categories.map(({ id, name }) => ({ code: id, title: name })),
    // A signal can be about several kinds.
    addsUp: false,
    count: async (work, period) => countsByCode(await countByCategory(work, period)),
  },
  {
    kind: 'signals-looked-at-in-time',
    divisions: [
      { code: 'in-time', title: { nl: 'op tijd', en: 'in time' } },
      { code: 'not-in-time', title: { nl: 'niet op tijd', en: 'not in time' } },
    ],
    addsUp: true,
    count: async (work, period) => countsByCode(await countLookedAt(work, period)),
  },
]
