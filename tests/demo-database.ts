import { createHash, createPrivateKey } from 'node:crypto'
import type { Keys } from '#platform/keys-on-disk.ts'
import { aFilledDatabase, type TestDatabase } from '#tests/database.ts'

const fixed = (what: string): Buffer => createHash('sha256').update(`tests: ${what}`).digest()

/** An Ed25519 key is its seed behind these bytes (RFC 8410, PKCS #8). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The same in every test file, because all of them open a copy of the same region. */
export const demoKeys = (): Keys => ({
  keyEncryptionKey: fixed('key encryption key'),
  trailKey: createPrivateKey({
    key: Buffer.concat([pkcs8, fixed('trail key')]),
    format: 'der',
    type: 'pkcs8',
  }),
})

/** A database of its own with the demo region in it, as `load` put it there for the first who asked. */
export const aDemoDatabase = (
  load: (empty: TestDatabase) => Promise<void>,
): Promise<TestDatabase> => aFilledDatabase('oogmerk_demo', load)
