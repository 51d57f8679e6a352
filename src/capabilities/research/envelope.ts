import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { filled, room, unfilled } from './equal-length.ts'

/**
 * The inner envelope of an answer, as in voting by post. It can only be opened with the key of its wave, which is
 * kept by two people, a half each, and nowhere in the program. Every envelope is equally long, so that nothing can
 * be told from its size.
 */

const publicKeyLength = 44
const tagLength = 16
export const envelopeLength = publicKeyLength + room + tagLength

/** What stands before the 32 bytes of a private X25519 key in PKCS #8 (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')

export type WaveKey = {
  /** kept with the wave: seals, and opens nothing */
  readonly publicKey: Buffer
  /** one for each keeper; either alone is random and tells nothing of the other */
  readonly halves: readonly [string, string]
}

/** A new key for one wave. The halves are shown once. */
export function makeWaveKey(): WaveKey {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
  const one = randomBytes(32)
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    halves: [one.toString('hex'), xor(one, secret).toString('hex')],
  }
}

/** The key of both halves, in either order. Undefined when they are no halves of the key of this wave. */
export function joinHalves(halves: readonly [string, string], wave: Buffer): KeyObject | undefined {
  const key = joined(halves)
  return key && publicOf(key).equals(wave) ? key : undefined
}

/** The public key that belongs to these halves. Throws a `RangeError` when they are none. */
export function keyOf(halves: readonly [string, string]): Buffer {
  const key = joined(halves)
  if (!key) throw new RangeError('these are no halves of a key')
  return publicOf(key)
}

function joined(halves: readonly [string, string]): KeyObject | undefined {
  const [one, other] = halves.map((half) => half.replace(/[\s-]/g, '').toLowerCase())
  if (!one || !other || ![one, other].every((half) => /^[0-9a-f]{64}$/.test(half))) return undefined
  const secret = xor(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))
  return createPrivateKey({
    key: Buffer.concat([privateHead, secret]),
    format: 'der',
    type: 'pkcs8',
  })
}

const publicOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ type: 'spki', format: 'der' })

/** `wave` is bound to the envelope: it opens as an answer of that wave and of no other. Throws when too long. */
export function sealEnvelope(publicKey: Buffer, wave: string, content: unknown): Buffer {
  const text = filled(content)
  const own = generateKeyPairSync('x25519')
  const sender = own.publicKey.export({ type: 'spki', format: 'der' })
  const receiver = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: receiver })
  const cipher = createCipheriv('aes-256-gcm', contentKey(secret, sender), nonce)
  cipher.setAAD(Buffer.from(wave))
  return Buffer.concat([sender, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the key or the wave is another, or a single bit was changed. */
export function openEnvelope(key: KeyObject, wave: string, sealed: Buffer): unknown {
  if (sealed.length !== envelopeLength) throw new RangeError('this is no envelope')
  const sender = sealed.subarray(0, publicKeyLength)
  const publicKey = createPublicKey({ key: sender, format: 'der', type: 'spki' })
  const secret = diffieHellman({ privateKey: key, publicKey })
  const decipher = createDecipheriv('aes-256-gcm', contentKey(secret, sender), nonce)
  decipher.setAAD(Buffer.from(wave))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  const body = sealed.subarray(publicKeyLength, -tagLength)
  return unfilled(Buffer.concat([decipher.update(body), decipher.final()]))
}

/** Nothing but zeros is right here: every key is made for one envelope. */
const nonce = Buffer.alloc(12)

const contentKey = (secret: Buffer, sender: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, sender, 'oogmerk:survey-envelope', 32)))

const xor = (one: Buffer, other: Buffer): Buffer =>
  Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))
