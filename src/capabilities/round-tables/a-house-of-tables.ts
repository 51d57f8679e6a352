import { after, before } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aWorldOfTables, type WorldOfTables } from './a-table.ts'
import { endTablesInTime } from './end-tables-in-time.ts'

type Here = { readonly house: TestHouse; readonly world: WorldOfTables }

/** For a test file: a house with a school that convenes and others who come, from first test to last. */
export function aHouseOfTables() {
  let here: Here | undefined
  before(async () => {
    const house = await aHouse()
    here = { house, world: await aWorldOfTables(house) }
  })
  after(() => here?.house.close())
  const now = (): Here => {
    if (!here) throw new Error('Only within a test.')
    return here
  }
  const retention = ({ organisationId }: Pick<PersonActor, 'organisationId'>) =>
    ({ kind: 'system', name: 'retention', organisationId }) as const
  return {
    get house() {
      return now().house
    },
    get world() {
      return now().world
    },
    /** what clears up where somebody works */
    retention,
    /** ends there what had its time */
    inTime: (actor: Pick<PersonActor, 'organisationId'>) =>
      now().house.inTransaction(retention(actor), 'share', (work) =>
        endTablesInTime(work, now().house),
      ),
  }
}
