import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { writeTrailEntries } from '#capabilities/trail/index.ts'
import { aDatabase, type TestDatabase } from '#tests/database.ts'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { openPool, type Pool } from './database.ts'
import { newId } from './ids.ts'
import { openKeyring } from './keyring.ts'
import { keysThatFit } from './keys-that-fit.ts'
import { workMaker } from './work.ts'

let database: TestDatabase
let pool: Pool

before(async () => {
  database = await aDatabase()
  pool = openPool(database.connection, 2)
})
after(async () => {
  await pool.end()
  await database.close()
})

const someKeys = (): Config =>
  readConfig({
    OOGMERK_KEY: randomBytes(32).toString('base64'),
    OOGMERK_TRAIL_KEY: String(
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ),
  })

test('a database from before keys were remembered accepts only the key that opens it', async () => {
  const own = someKeys()
  const organisationId = newId()
  await pool.query(`insert into organisation (id, kind, name) values ($1, 'police', 'Verzonnen')`, [
    organisationId,
  ])
  const make = workMaker({ pool, clock: systemClock, writeTrail: writeTrailEntries })
  const keyring = openKeyring(Buffer.from(own.key ?? '', 'base64'))
  await make({ kind: 'system', name: 'command-line', organisationId }, 'oversight', keyring.keyOf)
  await pool.query('delete from house_key')

  await assert.rejects(keysThatFit(someKeys(), pool, { make: true }), /does not belong/)
  const remembered = await pool.query('select kind from house_key')
  assert.equal(remembered.rowCount, 0)
  await keysThatFit(own, pool, { make: true })
  await keysThatFit(own, pool, { make: false })
  await assert.rejects(keysThatFit(someKeys(), pool, { make: true }), /does not belong/)
})
