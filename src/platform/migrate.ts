import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

const folder = new URL('../../database/migrations/', import.meta.url).pathname

/** Two servers that start together migrate one after the other. */
const lockNumber = 7_364_283

type Options = {
  readonly connection: pg.ClientConfig
  /** told before each file runs; it waits for what this answers */
  readonly progress?: (name: string) => void | Promise<void>
}

/**
 * Runs the SQL files that this database has not seen, in name order, each in its own transaction.
 * A file that was changed after it ran is refused: a migration is history.
 */
export async function migrate({ connection, progress }: Options): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    )
    const known = new Map<string, string>()
    for (const row of (await client.query('select name, hash from migration')).rows) {
      known.set(row.name, row.hash)
    }
    const ran: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const sql = await readFile(join(folder, name), 'utf8')
      const hash = createHash('sha256').update(sql).digest('hex')
      const before = known.get(name)
      if (before === hash) continue
      if (before)
        throw new Error(`Migration ${name} was changed after it ran. Add a new one instead.`)
      await progress?.(name)
      await runOne(client, name, sql, hash)
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}

async function runOne(client: pg.Client, name: string, sql: string, hash: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
