import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/migrate.ts'
import {
  type EmbeddedPostgres,
  type PostgresConnection,
  startEmbeddedPostgres,
} from '#platform/postgres/embedded-postgres.ts'

/** Set by tests/run.ts: the connection of the one server that all test files share. */
export const variable = 'OOGMERK_TEST_SERVER'

export type TestDatabase = {
  readonly connection: PostgresConnection
  /** The same as a DATABASE_URL, for a program that a test starts. */
  readonly url: string
  close(): Promise<void>
}

const template = 'oogmerk_template'

/** A database of its own for one test file: migrated, real PostgreSQL, empty unless it copies another. */
export async function aDatabase(copied = template): Promise<TestDatabase> {
  const server = await theServer()
  const database = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  // Copying files is quicker than writing everything to the log, and nothing needs to survive.
  await onServer(server, `create database ${database} template ${copied} strategy file_copy`)
  return at(server, database, () =>
    onServer(server, `drop database if exists ${database} with (force)`),
  )
}

function at(
  server: PostgresConnection,
  database: string,
  close: () => Promise<void>,
): TestDatabase {
  const connection = { ...server, database }
  const { host, port, user } = connection
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  return { connection, url, close }
}

/**
 * The database of this name, filled once for every test file on the server and copied from then on.
 * Whoever comes while it is being filled waits for it.
 */
export async function aFilledDatabase(
  name: string,
  fill: (empty: TestDatabase) => Promise<void>,
): Promise<TestDatabase> {
  const server = await theServer()
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    const unready = `${name}_unready`
    await client.query(`drop database if exists ${unready} with (force)`)
    await client.query(`create database ${unready} template ${template} strategy file_copy`)
    await fill(at(server, unready, async () => {}))
    await client.query(`alter database ${unready} rename to ${name}`)
  })
  return aDatabase(name)
}

/** A server for tests in a folder that disappears with it, with the migrated template in place. */
export async function aServer(): Promise<EmbeddedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'oogmerk-test-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', forget)
  const settings = { max_connections: '300' }
  const server = await startEmbeddedPostgres({ folder, fast: true, settings })
  await makeTemplate(server.connection)
  return {
    ...server,
    async stop() {
      await server.stop()
      process.off('exit', forget)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(connection: PostgresConnection): Promise<void> {
  await onServer(connection, `create database ${template}`)
  await migrate({ connection: { ...connection, database: template } })
  await onServer(connection, `alter database ${template} is_template true allow_connections false`)
}

let own: Promise<EmbeddedPostgres> | undefined

/** The shared server, or one of our own when a test file is run directly, until the tests are done. */
async function theServer(): Promise<PostgresConnection> {
  const shared = process.env[variable]
  if (shared) return JSON.parse(shared)
  if (!own) {
    own = aServer()
    process.once('beforeExit', async () => await (await own)?.stop())
  }
  return (await own).connection
}

async function onServer(
  connection: PostgresConnection,
  does: string | ((client: pg.Client) => Promise<void>),
): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await (typeof does === 'string' ? client.query(does) : does(client))
  } finally {
    await client.end()
  }
}
