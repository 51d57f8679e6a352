import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Config } from '#platform/config.ts'
import { type PostgresStep, startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.ts'

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
  if (config.databaseUrl) {
    const connection = { connectionString: config.databaseUrl }
    return { connection, ended: new Promise(() => {}), close: async () => {} }
  }
  await mkdir(config.dataFolder, { recursive: true })
  const server = await startEmbeddedPostgres({
    folder: join(config.dataFolder, 'postgres'),
    progress,
  })
  return { connection: server.connection, ended: server.ended, close: () => server.stop() }
}
