import assert from 'node:assert/strict'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { EmbeddedPostgres } from '#platform/postgres/embedded-postgres.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aServer, type TestDatabase } from '#tests/database.ts'
import { foundIn, namesOfTheRegion, searchFor, secret, typedSecrets } from './secrets.ts'
import { tellTheStory } from './the-story.ts'
import { type TwoFiles, tellTheStoryBetween } from './the-story-between.ts'
import { whatTies } from './what-ties.ts'

// A server of its own: the thief takes every file of it, and nobody else's work may lie there.
let server: EmbeddedPostgres
let app: TestApp
let files: TwoFiles
before(async () => {
  server = await aServer()
  app = await anApp({ demoRegion: true, database: await aDatabaseOn(server) })
  await tellTheStory(app)
  files = await tellTheStoryBetween(app)
  // Public, so this may be read; it shows that the search finds what is there.
  await app.house.anOrganisation('primary-school', canary)
})
after(async () => {
  await app?.close()
  await server?.stop()
})

const canary = 'Kanarieschool De Gele Veer (verzonnen)'
const secrets = [...typedSecrets, ...namesOfTheRegion.map(secret)]

async function aDatabaseOn({ connection }: EmbeddedPostgres): Promise<TestDatabase> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('create database stolen template oogmerk_template strategy file_copy')
  await client.end()
  return { connection: { ...connection, database: 'stolen' }, url: '', close: async () => {} }
}

/** Every row of every table, bytes as hexadecimal and once more as what they are. */
async function dumped(): Promise<Buffer> {
  const { pool } = app.house
  const tables = await pool.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema <> 'pg_catalog'`,
  )
  const parts: Buffer[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool.query(`select t.*, t::text as whole from ${name} t`)
    for (const row of rows) {
      for (const value of Object.values(row)) {
        const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '')
        parts.push(bytes, Buffer.from('\n'))
      }
    }
  }
  return Buffer.concat(parts)
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

test('the search finds a text in every form in which it may lie around', () => {
  const text = 'Zoë Voorbeeld zag het'
  const { forms } = secret(text)
  const around = (form: string | Buffer) => Buffer.concat([Buffer.from('xx'), Buffer.from(form)])
  const json = JSON.stringify({ a: text }).replace('ë', '\\u00eb')
  const lying = [
    around(text),
    around(Buffer.from(text).toString('hex')),
    around(encodeURIComponent(text)),
    around(json),
    ...['', 'a', 'ab'].map((head) => around(Buffer.from(`${head}${text}!!`).toString('base64'))),
  ]
  for (const bytes of lying) assert.deepEqual(foundIn(bytes, [{ text, forms }]), [text])
  assert.deepEqual(foundIn(around('Zoë Iemand zag het'), [{ text, forms }]), [])
})

test('a dump of every table shows no name and no sentence', async () => {
  const dump = await dumped()
  assert.ok(dump.length > 50_000, 'there must be something to steal')
  assert.deepEqual(foundIn(dump, [secret(canary)]), [canary])
  assert.deepEqual(foundIn(dump, secrets), [])
})

test('nothing in plain rows ties an arrest to the file in which the young person is protected', async () => {
  const { pool } = app.house
  assert.deepEqual(await whatTies(pool, files.arrest, files.protection), [])
  // The same search finds what does belong together.
  const { rows } = await pool.query('select id from police_file_note where file_id = $1 limit 1', [
    files.arrest,
  ])
  assert.ok((await whatTies(pool, files.arrest, String(rows[0]?.id))).includes(files.arrest))
})

test('the files of the database, its log of changes included, show no name and no sentence', async () => {
  const { pool } = app.house
  await pool.query('checkpoint')
  // The socket lies in the folder of the database itself.
  const folder = await realpath(server.connection.host)
  const { rows } = await pool.query(
    'select oid from pg_database where datname = current_database()',
  )
  const here = join(folder, 'base', String(rows[0].oid))
  // The empty databases beside this one never held anything.
  const files = (await filesUnder(folder)).filter(
    (file) => file.startsWith(here) || !file.startsWith(join(folder, 'base')),
  )
  const search = searchFor(secrets)
  const seen = { files: 0, canary: 0 }
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    seen.files += 1
    if (bytes.includes(canary)) seen.canary += 1
    assert.deepEqual(search(bytes), [], file)
  }
  assert.ok(seen.files > 300 && seen.canary > 0, JSON.stringify(seen))
})

test('what the program itself keeps on disk beside the database shows no name and no sentence', async () => {
  await app.app.close()
  const files = await filesUnder(app.dataFolder)
  assert.ok(files.length > 0, 'checkpoints of the trail are kept there')
  for (const file of files) assert.deepEqual(foundIn(await readFile(file), secrets), [], file)
})
