import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { access, chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#platform/config.ts'
import { newKey } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'

export type Keys = { keyEncryptionKey: Buffer; trailKey: KeyObject }

/** The keys that are there already, or nothing: it never makes one. */
export const readKeys = async (config: Config): Promise<Keys | undefined> =>
  (await hasKeys(config)) ? loadKeys(config) : undefined

/**
 * The two keys that the database must never hold: from the settings, or else from files that are
 * made once in the data folder, readable by this user only. Losing them loses every sealed text.
 */
export async function loadKeys(config: Config): Promise<Keys> {
  const folder = join(config.dataFolder, 'keys')
  const kek = config.key ?? (await fileOnce(folder, 'data.key', () => newKey().toString('base64')))
  const keyEncryptionKey = Buffer.from(kek, 'base64')
  if (keyEncryptionKey.length !== 32) {
    throw new Error(
      'OOGMERK_KEY must be 32 bytes in base64: make one with `openssl rand -base64 32`.',
    )
  }
  const pem = config.trailKey ?? (await fileOnce(folder, 'trail.pem', newTrailKey))
  const trailKey = createPrivateKey(pem)
  if (trailKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(
      'OOGMERK_TRAIL_KEY must be an Ed25519 key: `openssl genpkey -algorithm ed25519`.',
    )
  }
  return { keyEncryptionKey, trailKey }
}

const newTrailKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Whether both keys are there already, in the settings or on disk. */
export async function hasKeys({ key, trailKey, dataFolder }: Config): Promise<boolean> {
  const there = (name: string) =>
    access(join(dataFolder, 'keys', name)).then(
      () => true,
      () => false,
    )
  return (
    (key !== undefined || (await there('data.key'))) &&
    (trailKey !== undefined || (await there('trail.pem')))
  )
}

/** Made whole under another name first, then linked: a crash or a second process never leaves half a key. */
async function fileOnce(folder: string, name: string, make: () => string): Promise<string> {
  const path = join(folder, name)
  const found = await readFile(path, 'utf8').catch(absent)
  if (found !== undefined) return found
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${newId()}`
  await writeFile(draft, make(), { mode: 0o600, flush: true })
  await chmod(draft, 0o600)
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(path, 'utf8')
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
