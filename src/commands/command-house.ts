import { writeTrailEntries } from '#capabilities/trail/index.ts'
import type { SystemActor } from '#platform/actor.ts'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import { openPool, type Pool } from '#platform/database.ts'
import { type Keyring, openKeyring } from '#platform/keyring.ts'
import type { Keys } from '#platform/keys-on-disk.ts'
import { keysThatFit } from '#platform/keys-that-fit.ts'
import { joinDatabase } from '#platform/open-database.ts'
import { type InTransaction, workMaker } from '#platform/work.ts'
import { Usage } from './command.ts'

export type CommandHouse = {
  readonly config: Config
  readonly pool: Pool
  readonly inTransaction: InTransaction
  /** those of this database, never made here; an outsider who verifies needs none */
  keys(): Promise<Keys>
  keyring(): Promise<Keyring>
}

type Act<T> = (house: CommandHouse) => Promise<T>

/** Opens the database for one command, beside a running server or without one, and closes it again. */
export async function withHouse<T>(config: Config, act: Act<T>): Promise<T> {
  const database = await joinDatabase(config)
  try {
    const pool = openPool(database.connection, 2)
    const inTransaction = workMaker({ pool, clock: systemClock, writeTrail: writeTrailEntries })
    const keys = () => keysThatFit(config, pool, { make: false })
    const keyring = async () => openKeyring((await keys()).keyEncryptionKey)
    return await act({ config, pool, inTransaction, keys, keyring }).finally(() => pool.end())
  } catch (error) {
    const undefinedTable = '42P01'
    if ((error as { code?: string }).code !== undefinedTable) throw error
    throw new Error(consoleSentences(config.language).notStarted)
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

/** Refuses an organisation that does not exist: nothing found would look like nothing wrong. */
export async function getOrganisation(pool: Pool, id: string): Promise<OrganisationLine> {
  const found = (await listOrganisations(pool)).find((one) => one.id === id)
  if (!found) {
    throw new Usage({
      nl: `Er is geen organisatie "${id}"; \`organisations\` toont ze.`,
      en: `There is no organisation "${id}"; \`organisations\` lists them.`,
    })
  }
  return found
}
