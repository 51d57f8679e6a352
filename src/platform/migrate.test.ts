import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { aDatabase, type TestDatabase } from '#tests/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase

before(async () => {
  database = await aDatabase()
})
after(() => database.close())

test('a database that is up to date is left alone', async () => {
  assert.deepEqual(await migrate({ connection: database.connection }), [])
})

test('a migration that was changed after it ran is refused by name', async () => {
  const client = new pg.Client(database.connection)
  await client.connect()
  await client.query(`update migration set hash = 'other' where name = '0001-house.sql'`)
  await client.end()
  await assert.rejects(migrate({ connection: database.connection }), /0001-house\.sql was changed/)
})
