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
} from 'node:crypto'
import { filled, room, unfilled } from './equal-length.ts'

/**
 * The inner envelope of an answer, as in voting by post. It can only be opened with the key of its wave, of which two
 * people keep a half each, made apart from each other and kept nowhere in the program. Every envelope is equally long,
 * so that nothing can be told from its size.
 *
 * A half is a private number of X25519 (RFC 7748). The public key of a wave is the base point times one half, times the
 * other: whoever has one half and that key still lacks the other, and the order does not matter.
 */

const publicKeyLength = 44
const tagLength = 16
export const envelopeLength = publicKeyLength + room + tagLength

/** What stands before the 32 bytes of a private and of a public X25519 key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')

const basePoint = Buffer.concat([publicHead, Buffer.of(9), Buffer.alloc(31)])

export type Half = {
  /** for its keeper, shown once */
  readonly half: string
  /** what the other half is built on, and with both of them the key of the wave: seals, and opens nothing */
  readonly publicKey: Buffer
}

/** A new half of a key: the first, or the second on what the first one gave. */
export function makeHalf(before: Buffer = basePoint): Half {
  const { privateKey } = generateKeyPairSync('x25519')
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
  return { half: secret.toString('hex'), publicKey: times(before, privateKey) }
}

/** Whether this half, as it was typed, made this key out of what was there before it. */
export function halfFits(typed: string, key: Buffer, before: Buffer = basePoint): boolean {
  const secret = secretIn(typed)
  return secret !== undefined && times(before, privateOf(secret)).equals(key)
}

/** Opens envelopes: what is kept of both halves while an urn is opened. */
export type WaveKey = readonly KeyObject[]

/** The key of both halves, in either order. Undefined when they are no halves of the key of this wave. */
export function joinHalves(halves: readonly [string, string], wave: Buffer): WaveKey | undefined {
  const [one, other] = halves.map(secretIn)
  if (!one || !other) return undefined
  // Until decision 256 one private number was divided in two that say nothing apart.
  const keys = [[privateOf(one), privateOf(other)], [privateOf(xor(one, other))]]
  return keys.find((key) => publicOf(key).equals(wave))
}

/** The public key that belongs to these halves. Throws a `RangeError` when they are none. */
export function keyOf(halves: readonly [string, string]): Buffer {
  const secrets = halves.flatMap((half) => secretIn(half) ?? [])
  if (secrets.length < 2) throw new RangeError('these are no halves of a key')
  return publicOf(secrets.map(privateOf))
}

function secretIn(typed: string): Buffer | undefined {
  const half = typed.replace(/[\s-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(half) ? Buffer.from(half, 'hex') : undefined
}

const privateOf = (secret: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, secret]), format: 'der', type: 'pkcs8' })

const shared = (point: Buffer, privateKey: KeyObject): Buffer =>
  diffieHellman({
    privateKey,
    publicKey: createPublicKey({ key: point, format: 'der', type: 'spki' }),
  })

/** A point times a private number, as a public key. */
const times = (point: Buffer, privateKey: KeyObject): Buffer =>
  Buffer.concat([publicHead, shared(point, privateKey)])

const publicOf = (key: WaveKey): Buffer => key.reduce(times, basePoint)

/** `wave` is bound to the envelope: it opens as an answer of that wave and of no other. Throws when too long. */
export function sealEnvelope(publicKey: Buffer, wave: string, content: unknown): Buffer {
  const text = filled(content)
  const own = generateKeyPairSync('x25519')
  const sender = own.publicKey.export({ type: 'spki', format: 'der' })
  const secret = shared(publicKey, own.privateKey)
  const cipher = createCipheriv('aes-256-gcm', contentKey(secret, sender), nonce)
  cipher.setAAD(Buffer.from(wave))
  return Buffer.concat([sender, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the key or the wave is another, or a single bit was changed. */
export function openEnvelope(key: WaveKey, wave: string, sealed: Buffer): unknown {
  if (sealed.length !== envelopeLength) throw new RangeError('this is no envelope')
  const sender = sealed.subarray(0, publicKeyLength)
  const secret = key.reduce(times, sender).subarray(publicHead.length)
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
