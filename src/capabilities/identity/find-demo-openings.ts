import type { Pool } from '#platform/database.ts'
import type { DemoOrganisation } from './demo-region.ts'
import { findOpenings, type Opening } from './store-people.ts'

/** Where a fictional person works. A click never opens anything but the fictional region. */
export async function findDemoOpenings(
  pool: Pool,
  region: readonly DemoOrganisation[],
  personId: string,
): Promise<readonly Opening[]> {
  const fictional = region.filter(({ people }) => people.some(({ id }) => id === personId))
  if (fictional.length === 0) return []
  const openings = await findOpenings(pool, personId)
  return openings.filter(({ organisationId }) => fictional.some(({ id }) => id === organisationId))
}
