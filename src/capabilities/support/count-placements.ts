import { type CountSource, countsByCode } from '#platform/count-source.ts'
import type { Catalogue } from './catalogue.ts'
import { countStarted } from './placements-store.ts'

const other = 'other'

/** How many placements began in a period, by intervention; what the catalogue does not know goes together. */
export const placementCounts = ({
  interventions,
}: Pick<Catalogue, 'interventions'>): CountSource => {
  const known = interventions.map(({ id }) => id)
  return {
    kind: 'placements',
    divisions: [
      ...interventions.map(({ id, name }) => ({ code: id, title: name })),
      { code: other, title: { nl: 'andere hulp', en: 'other help' } },
    ],
    addsUp: true,
    count: async (work, period) => countsByCode(await countStarted(work, period, { known, other })),
  }
}
