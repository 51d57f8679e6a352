import { trailSigner, writeTrailEntries } from '#capabilities/trail/index.ts'
import type { SystemActor } from '#platform/actor.ts'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { openPool, type Pool } from '#platform/database.ts'
import { type Keyring, openKeyring } from '#platform/keyring.ts'
import { type Keys, loadKeys } from '#platform/keys-on-disk.ts'
import { migrate } from '#platform/migrate.ts'
import { joinDatabase } from '#platform/open-database.ts'
import { type InTransaction, workMaker } from '#platform/work.ts'

export type CommandHouse = {
  readonly config: Config
  readonly pool: Pool
  readonly keys: Keys
  readonly keyring: Keyring
  readonly inTransaction: InTransaction
  readonly signer: ReturnType<typeof trailSigner>
}

/** Opens the database for one command, beside a running server or without one, and closes it again. */
export async function withHouse<T>(
  config: Config,
  act: (house: CommandHouse) => Promise<T>,
): Promise<T> {
  const database = await joinDatabase(config)
  try {
    await migrate({ connection: database.connection })
    const keys = await loadKeys(config)
    const pool = openPool(database.connection, 2)
    const inTransaction = workMaker({ pool, clock: systemClock, writeTrail: writeTrailEntries })
    const keyring = openKeyring(keys.keyEncryptionKey)
    const signer = trailSigner(keys.trailKey)
    return await act({ config, pool, keys, keyring, inTransaction, signer }).finally(() =>
      pool.end(),
    )
  } finally {
    await database.close()
  }
}

/** The operator at the command line, acting for one organisation. */
export const operator = (organisationId: string): SystemActor => ({
  kind: 'system',
  name: 'command-line',
  organisationId,
})

export type OrganisationLine = { id: string; kind: string; name: string }

export const listOrganisations = async (pool: Pool): Promise<OrganisationLine[]> =>
  (await pool.query('select id, kind, name from organisation order by name')).rows
