import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/**
 * Envelope encryption: a key-encryption key outside the database wraps one data key per organisation,
 * which wraps one content key per record. Destroying a content key erases the record for good.
 *
 * A sealed value is: version (1 byte) · nonce (12) · tag (16) · AES-256-GCM ciphertext.
 * `context` is authenticated with it, so a sealed value cannot be moved to another row or column.
 */
const version = 1
const headLength = 1 + 12 + 16

// A key goes in as a KeyObject: a cipher made from bytes costs more than twice as much (bench/).

export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body])
}

/** Throws when the key, the context or a single bit is not the one it was sealed with. */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed.length < headLength || sealed[0] !== version) throw new Error('Not a sealed value.')
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(13, headLength))
  return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()])
}

export const sealJson = (key: Buffer, value: unknown, context: string): Buffer =>
  seal(key, Buffer.from(JSON.stringify(value)), context)

export const openJson = <T>(key: Buffer, sealed: Buffer, context: string): T =>
  JSON.parse(open(key, sealed, context).toString('utf8')) as T

export const newKey = (): Buffer => randomBytes(32)

/** A key for one use, derived from another: `deriveKey(kek, 'trail')`. */
export const deriveKey = (key: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `oogmerk:${use}`, 32))

// Derived once per key and use: an organisation's key stays one object for as long as it is known.
const indexKeys = new WeakMap<Buffer, Map<string, KeyObject>>()

function indexKey(key: Buffer, use: string): KeyObject {
  const known = indexKeys.get(key) ?? new Map<string, KeyObject>()
  const found = known.get(use) ?? createSecretKey(deriveKey(key, `index:${use}`))
  indexKeys.set(key, known.set(use, found))
  return found
}

/** Finds equal values without being able to read them: same text, same organisation key, same bytes. */
export const blindIndex = (key: Buffer, use: string, text: string): Buffer =>
  createHmac('sha256', indexKey(key, use)).update(text.normalize('NFKC')).digest()
