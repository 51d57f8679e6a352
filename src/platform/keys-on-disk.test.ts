import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from './config.ts'
import { hasKeys, loadKeys } from './keys-on-disk.ts'

let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-keys-'))
})
after(() => rm(folder, { recursive: true }))

test('a key of the wrong length or kind is refused with how to make one', async () => {
  const data = { OOGMERK_DATA: join(folder, 'wrong') }
  await assert.rejects(loadKeys(readConfig({ ...data, OOGMERK_KEY: 'c2hvcnQ=' })), /openssl rand/)
})

test('keys are made once, for this user only, also by two processes at once', async () => {
  const config = readConfig({ OOGMERK_DATA: join(folder, 'fresh') })
  assert.equal(await hasKeys(config), false)
  const [one, other] = await Promise.all([loadKeys(config), loadKeys(config)])
  assert.deepEqual(one?.keyEncryptionKey, other?.keyEncryptionKey)
  assert.equal(await hasKeys(config), true)
  const again = await loadKeys(config)
  assert.deepEqual(again.keyEncryptionKey, one?.keyEncryptionKey)
  assert.ok(one && again.trailKey.equals(one.trailKey))
  for (const name of ['data.key', 'trail.pem']) {
    assert.equal((await stat(join(folder, 'fresh', 'keys', name))).mode & 0o777, 0o600)
  }
})
