/** The public keys with which a program proves that it is itself. */
import { importJWK, type JWK } from 'jose'
import { z } from 'zod'

/**
 * Asymmetrical only: what is kept here proves nothing for whoever reads it. RS256 is left out, because its
 * padding is the one that went wrong most often.
 * source: RFC 9700 sections 2.5 and 2.6; RFC 8725 section 3.1
 */
export const algorithms = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
] as const

/** As many as it takes to go from an old key to a new one, on a few machines. */
const mostKeys = 5
const longest = 20_000

const part = z.string().regex(/^[\w-]{1,2000}$/)
const kid = z.string().min(1).max(200).optional()
const alg = z.enum(algorithms).optional()
const about = { kid, alg, use: z.literal('sig').optional() }
/** Only what is public in a key; whatever else stands beside it is left out. */
const publicKey = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: part, ...about }),
  z.object({
    kty: z.literal('EC'),
    crv: z.enum(['P-256', 'P-384', 'P-521']),
    x: part,
    y: part,
    ...about,
  }),
  z.object({ kty: z.literal('RSA'), n: part.min(342), e: part.max(10), ...about }),
])
export type PublicKey = z.infer<typeof publicKey>

export type KeySet = { readonly keys: readonly PublicKey[] }

type ReadKeys =
  | { readonly ok: true; readonly keys: KeySet }
  | { readonly ok: false; readonly because: KeyFault }

export type KeyFault =
  | 'keys-not-json'
  | 'keys-private'
  | 'keys-wrong'
  | 'keys-too-many'
  | 'keys-kid'

/** What was typed or fetched: one JWK or a set of them. Private keys are refused and kept nowhere. */
export async function readKeys(text: string): Promise<ReadKeys> {
  const no = (because: KeyFault) => ({ ok: false, because }) as const
  const read = text.length > longest ? undefined : jsonIn(text)
  if (typeof read !== 'object' || read === null) return no('keys-not-json')
  const list: unknown = 'keys' in read ? read.keys : [read]
  if (!Array.isArray(list) || list.length === 0) return no('keys-wrong')
  if (list.length > mostKeys) return no('keys-too-many')
  if (list.some(isSecret)) return no('keys-private')
  const keys = z.array(publicKey).safeParse(list)
  if (!keys.success || !(await areUsable(keys.data))) return no('keys-wrong')
  const names = keys.data.map((key) => key.kid)
  if (names.length > 1 && (names.includes(undefined) || new Set(names).size < names.length)) {
    return no('keys-kid')
  }
  return { ok: true, keys: { keys: keys.data } }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isSecret = (key: unknown): boolean =>
  typeof key === 'object' && key !== null && ['d', 'p', 'q', 'k'].some((name) => name in key)

/** A key that no signature can be checked with would only show when a program stands at the door. */
async function areUsable(keys: readonly PublicKey[]): Promise<boolean> {
  const read = keys.map((key) => importJWK(key as JWK, key.alg ?? algorithmOf(key)))
  return Promise.all(read).then(
    () => true,
    () => false,
  )
}

const algorithmOf = (key: PublicKey): string => {
  if (key.kty === 'RSA') return 'PS256'
  if (key.kty === 'OKP') return 'EdDSA'
  return { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' }[key.crv]
}
