import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Answer, commandHere } from '#tests/a-command.ts'
import { aDatabase, type TestDatabase } from '#tests/database.ts'

// What happens to somebody who starts Oogmerk with no keys, or with keys of another database.

const root = new URL('..', import.meta.url).pathname
let database: TestDatabase
let folder: string
let keys: string

before(async () => {
  database = await aDatabase()
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-keys-'))
  keys = join(folder, 'keys')
})

after(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const environment = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  LANG: 'en_GB.UTF-8',
  DATABASE_URL: database.url,
  OOGMERK_DATA: folder,
  OOGMERK_PORT: '0',
  OOGMERK_LOG: 'error',
  // Its region says nothing of keys, and would be loaded at every start.
  OOGMERK_DEMO: 'off',
  ...more,
})

/** Starts, until it ends by itself; a server that is ready is asked to stop. */
function start(more: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { said: '', complained: '' }
  child.stdout.on('data', (data) => {
    heard.said += data
    if (heard.said.includes('Oogmerk is ready')) child.kill('SIGTERM')
  })
  child.stderr.on('data', (data) => {
    heard.complained += data
  })
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, ...heard }))
  })
}

const oogmerk = (given: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  commandHere(given, environment(more))

it('a server for real work that others can reach does not start without its address', async () => {
  const { status, said, complained } = await start({ OOGMERK_HOST: '0.0.0.0' })
  assert.match(complained, /does not know its own address. Set it: OOGMERK_ORIGIN=https/)
  assert.deepEqual([status, said, existsSync(keys)], [1, '', false])
})

describe('the keys of a database', { concurrency: false }, () => {
  it('are not made by a command: it says that a start comes first', async () => {
    const { status, said, complained } = await oogmerk(['trail-key'])
    assert.match(complained, /has no keys yet. Start it first: npm start/)
    assert.deepEqual([status, said, existsSync(keys)], [1, '', false])
  })

  it('are made by the first start and fit the second', async () => {
    for (const _time of ['first', 'second']) {
      const { said, complained } = await start()
      assert.match(said, /Oogmerk is ready/, complained)
    }
    assert.match((await oogmerk(['trail-key'])).said, /^oogmerk-trail\+/)
  })

  it('that are gone are not replaced, by a start or by a command', async () => {
    await rename(keys, `${keys}-away`)
    const added = await oogmerk(['add-organisation', '--kind', 'police', '--name', 'Verzonnen'])
    const organisation = ['--organisation', added.said.trim()]
    const acts = [
      await start(),
      await oogmerk(['trail-key']),
      await oogmerk(['verify-trail']),
      await oogmerk(['export-log', ...organisation]),
      await oogmerk(['invite', ...organisation, '--name', 'Anja Proefpersoon']),
    ]
    for (const { status, said, complained } of acts) {
      assert.match(complained, /its key is missing. Put the keys folder back/)
      assert.deepEqual([status, said], [1, ''])
    }
    assert.equal(existsSync(keys), false)
    await rename(`${keys}-away`, keys)
  })

  it('of another database are refused by name, by a start and by a command', async () => {
    const other = { OOGMERK_KEY: randomBytes(32).toString('base64') }
    const dutch = await start({ ...other, LANG: 'nl_NL.UTF-8' })
    assert.match(dutch.complained, /De sleutel in OOGMERK_KEY hoort niet bij deze database/)
    const english = await oogmerk(['verify-trail'], other)
    assert.match(english.complained, /The key in OOGMERK_KEY does not belong to this database/)
    for (const { status, said } of [dutch, english]) assert.deepEqual([status, said], [1, ''])
    // The key of another trail lies where ours belongs.
    const { privateKey } = generateKeyPairSync('ed25519')
    await writeFile(join(keys, 'trail.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    assert.match((await start()).complained, /The key in keys\/trail.pem does not belong/)
  })
})
