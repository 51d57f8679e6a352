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

/** A database of its own for one test file: migrated, empty, real PostgreSQL. */
export async function aDatabase(): Promise<TestDatabase> {
  const server = await theServer()
  const database = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  // Copying files is quicker than writing everything to the log, and nothing needs to survive.
  await onServer(server, `create database ${database} template ${template} strategy file_copy`)
  const connection = { ...server, database }
  const { host, port, user } = connection
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  return {
    connection,
    url,
    close: () => onServer(server, `drop database if exists ${database} with (force)`),
  }
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

async function onServer(connection: PostgresConnection, sql: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
