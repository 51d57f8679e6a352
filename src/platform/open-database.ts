import { join } from 'node:path'
import type pg from 'pg'
import type { Config } from '#platform/config.ts'
import { makeFolder } from '#platform/make-folder.ts'
import {
  PostgresProblem,
  type PostgresStep,
  reachRunningPostgres,
  startEmbeddedPostgres,
} from '#platform/postgres/embedded-postgres.ts'

export type OpenDatabase = {
  readonly connection: pg.ClientConfig
  /** settles when an embedded server ended that nobody asked to stop */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** The server of DATABASE_URL, or else our own in the data folder. */
export async function openDatabase(
  config: Config,
  progress: (step: PostgresStep) => void,
): Promise<OpenDatabase> {
  // Also beside a database elsewhere: keys and kept checkpoints live in it.
  await makeFolder(config.dataFolder)
  if (config.databaseUrl) {
    const connection = { connectionString: config.databaseUrl }
    return { connection, ended: new Promise(() => {}), close: async () => {} }
  }
  const server = await startEmbeddedPostgres({
    folder: postgresFolder(config),
    progress,
  })
  return { connection: server.connection, ended: server.ended, close: () => server.stop() }
}

/** For a command: the database of the server that runs beside it, or one of its own while it lasts. */
export async function joinDatabase(config: Config): Promise<OpenDatabase> {
  try {
    return await openDatabase(config, () => {})
  } catch (error) {
    if (!(error instanceof PostgresProblem) || error.code !== 'already-running') throw error
    const running = await reachRunningPostgres(postgresFolder(config))
    return { ...running, ended: new Promise(() => {}) }
  }
}

const postgresFolder = (config: Config): string => join(config.dataFolder, 'postgres')
