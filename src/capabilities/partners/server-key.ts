/** The key with which this server proves to others that it is itself. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { calculateJwkThumbprint, type JWK } from 'jose'
import { deriveKey } from '#platform/crypto.ts'

export type ServerKey = {
  readonly privateKey: KeyObject
  /** public, with its name */
  readonly jwk: JWK & { readonly kid: string }
}

// source: RFC 8410 section 7: the fixed beginning of an Ed25519 private key in PKCS #8
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Made when it is first needed, and once. */
export function openServerKey(keyEncryptionKey: Buffer): () => Promise<ServerKey> {
  let made: Promise<ServerKey> | undefined
  return () => {
    made ??= serverKey(keyEncryptionKey)
    return made
  }
}

/** Derived from the key outside the database, so that every process of this server has the same one. */
export async function serverKey(keyEncryptionKey: Buffer): Promise<ServerKey> {
  const seed = deriveKey(keyEncryptionKey, 'partners')
  const der = Buffer.concat([pkcs8, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(jwk)
  return { privateKey, jwk: { ...jwk, kid, alg: 'EdDSA', use: 'sig' } }
}

/** Base64 of the Ed25519 signature over this text. */
export const signed = ({ privateKey }: ServerKey, text: string): string =>
  sign(null, Buffer.from(text), privateKey).toString('base64')
