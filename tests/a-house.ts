import { sealProfile } from '#capabilities/identity/professional.ts'
import { writeTrailEntries } from '#capabilities/trail/index.ts'
import type { OrganisationKind, PersonActor, Role } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { newKey } from '#platform/crypto.ts'
import { openPool, type Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import { type Keyring, openKeyring } from '#platform/keyring.ts'
import { type InTransaction, workMaker } from '#platform/work.ts'
import { aDatabase, type TestDatabase } from '#tests/database.ts'

/** What a test reads back from the trail. */
export type TrailLine = {
  readonly act: string
  readonly subject: string | null
  readonly actor: string
  readonly details: Record<string, unknown>
}

/** The spine on a real database of its own, with a clock that a test moves. */
export type TestHouse = {
  readonly database: TestDatabase
  readonly pool: Pool
  readonly keyEncryptionKey: Buffer
  readonly keyring: Keyring
  readonly inTransaction: InTransaction
  readonly clock: () => Temporal.Instant
  moveClock(duration: Temporal.DurationLike): void
  anOrganisation(kind?: OrganisationKind, name?: string): Promise<string>
  /** `personId`: somebody who works for another organisation already. */
  aPerson(
    organisationId: string,
    roles: readonly Role[],
    name?: string,
    personId?: string,
  ): Promise<PersonActor>
  /** Everything the organisation's trail holds, oldest first. */
  trailOf(organisationId: string): Promise<TrailLine[]>
  close(): Promise<void>
}

/** `given`: a database that the test made itself, such as one on a server of its own, and its key. */
export async function aHouse(
  given?: TestDatabase,
  keyEncryptionKey: Buffer = newKey(),
): Promise<TestHouse> {
  const database = given ?? (await aDatabase())
  const pool = openPool(database.connection, 5)
  let now = Temporal.Instant.from('2026-11-23T10:00:00Z')
  const clock = () => now
  const keyring = openKeyring(keyEncryptionKey)
  const inTransaction = workMaker({ pool, clock, writeTrail: writeTrailEntries })
  const kinds = new Map<string, OrganisationKind>()

  return {
    database,
    pool,
    keyEncryptionKey,
    keyring,
    inTransaction,
    clock,
    moveClock(duration) {
      now = now.add(duration)
    },
    async anOrganisation(kind = 'secondary-school', name = 'Het Voorbeeldcollege (verzonnen)') {
      const id = newId()
      kinds.set(id, kind)
      await pool.query('insert into organisation (id, kind, name) values ($1, $2, $3)', [
        id,
        kind,
        name,
      ])
      return id
    },
    async aPerson(organisationId, roles, name = 'Fenna Voorbeeld', personId = newId()) {
      const system = { kind: 'system', name: 'demo', organisationId } as const
      await inTransaction(system, 'maintenance', async (work) => {
        const key = await keyring.keyOf(work)
        const profile = sealProfile(key, organisationId, personId, { name })
        await pool.query('insert into person (id) values ($1) on conflict do nothing', [personId])
        await pool.query(
          'insert into membership (organisation_id, person_id, roles, profile) values ($1, $2, $3, $4)',
          [organisationId, personId, roles, profile],
        )
      })
      const organisationKind = kinds.get(organisationId) ?? 'secondary-school'
      return { kind: 'person', personId, organisationId, organisationKind, roles: [...roles] }
    },
    async trailOf(organisationId) {
      const { rows } = await pool.query(
        'select act, subject, actor_id as actor, details from trail_entry where organisation_id = $1 order by id',
        [organisationId],
      )
      return rows
    },
    async close() {
      await pool.end()
      await database.close()
    },
  }
}
