import type { PersonActor } from '#platform/actor.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { FakeParliament } from './a-parliament.ts'
import { asFeedOf } from './access.ts'
import { type ReadingAlong, readTurn } from './read-along.ts'
import type { SourceName } from './source.ts'
import { readStandings, saveSetting } from './store-standing.ts'
import type { Standing } from './walk.ts'

/** For tests: a ministry that reads along at a House of our own, once it is turned on. */
export type ReadingMinistry = {
  readonly actor: PersonActor
  readonly reading: ReadingAlong
  turn(on: boolean): Promise<void>
  /** one turn; `otherwise`: with something else in the place of its way or its database */
  reads(otherwise?: Partial<ReadingAlong>): Promise<number>
  /** until nothing is due any more */
  settles(otherwise?: Partial<ReadingAlong>): Promise<void>
  /** number → subject or text of what stands there now */
  held(source?: SourceName): Promise<Map<string, string>>
  standing(source?: SourceName): Promise<Standing | undefined>
}

export const testScope = {
  address: 'https://open.voorbeeld.example',
  dossiers: ['29911'],
  words: ['verzonnen woord'],
}

const never = new AbortController().signal

export async function aReadingMinistry(
  house: TestHouse,
  parliament: FakeParliament,
): Promise<ReadingMinistry> {
  const id = await house.anOrganisation('ministry', 'Ministerie van Verzinsels (verzonnen)')
  const actor = await house.aPerson(id, ['administrator'])
  const reading: ReadingAlong = {
    ...{ inTransaction: house.inTransaction, clock: house.clock, reach: parliament.reach },
    scope: testScope,
    random: () => 0.5,
    listMinistries: async () => [id],
    failed: (error) => {
      throw error
    },
  }
  const reads = (otherwise: Partial<ReadingAlong> = {}) =>
    readTurn({ ...reading, ...otherwise }, id, never)
  return {
    ...{ actor, reading, reads },
    turn: (on) =>
      house.inTransaction(actor, 'manage-organisation', async (work) => {
        await saveSetting(work, actor.personId, { isOn: on, contact: 'post@ministerie.example' })
        work.audit({ act: on ? 'open-data.on' : 'open-data.off' })
      }),
    async settles(otherwise) {
      while ((await reads(otherwise)) > 0);
    },
    async held(source = 'matters') {
      const { rows } = await house.pool.query(
        `select id, coalesce(facts->>'subject', facts->>'text') as words from parliament_row
         where organisation_id = $1 and source = $2 and withdrawn_at is null`,
        [id, source],
      )
      return new Map(rows.map((row) => [row.id, row.words]))
    },
    standing: (source = 'matters') =>
      house.inTransaction(asFeedOf(id), 'maintenance', async (work) =>
        (await readStandings(work)).get(source),
      ),
  }
}
