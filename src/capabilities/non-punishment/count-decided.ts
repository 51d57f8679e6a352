import { type CountSource, countsByCode } from '#platform/count-source.ts'
import type { DossierDesk } from './desk.ts'
import { countRoutesDecided } from './store-compare.ts'

/** Dossiers by the routes of their last decision in a period; one of several offences can have several. */
export const routeCounts = ({ routes }: Pick<DossierDesk, 'routes'>): CountSource => ({
  kind: 'routes-decided',
  divisions: routes.routes.map(({ id, name }) => ({ code: id, title: name })),
  addsUp: false,
  count: async (work, period) => countsByCode(await countRoutesDecided(work, period)),
})
