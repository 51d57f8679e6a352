import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { aDatabase } from './database.ts'

async function ask(connection: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

test('two test files do not see what the other wrote', async () => {
  const [mine, yours] = [await aDatabase(), await aDatabase()]
  await ask(mine.connection, 'create table secret (text text)')
  await assert.rejects(ask(yours.connection, 'select * from secret'), /does not exist/)
  await mine.close()
  await yours.close()
})

test('a test database is migrated', async () => {
  const database = await aDatabase()
  const [row] = await ask(
    database.connection,
    'select count(*)::int > 0 as migrated from migration',
  )
  assert.deepEqual(row, { migrated: true })
  await database.close()
})

test('the address of a test database leads to that database', async () => {
  const database = await aDatabase()
  const rows = await ask({ connectionString: database.url }, 'select current_database() as name')
  assert.deepEqual(rows, [{ name: database.connection.database }])
  await database.close()
})
