/** What a program signs to get a token: that it is itself, at our address, now, and once. */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { Temporal } from '#platform/clock.ts'
import { algorithms, type KeySet } from './public-keys.ts'

/** Seconds that the clocks of two machines may differ, and that a statement may hold. */
const skew = 30
const longest = 300

export type Assertion = {
  readonly jti: string
  /** until when it would be believed again, the skew included */
  readonly expiresAt: Temporal.Instant
}

/** Why a statement proves nothing. `unknown-key`: perhaps the program has a new one. */
export type AssertionFault = 'unknown-key' | 'not-valid'

type Checked =
  | { readonly ok: true; readonly assertion: Assertion }
  | { readonly ok: false; readonly because: AssertionFault }

type Expected = {
  readonly clientId: string
  /** the address of this server: the one audience that counts */
  readonly issuer: string
  readonly keys: KeySet
  readonly now: Temporal.Instant
}

/**
 * source: RFC 7523 section 3, with the audience of RFC 9700 and its draft successor: exactly our issuer, so
 * that a statement for another server is worth nothing here.
 */
export async function checkAssertion(jwt: string, expected: Expected): Promise<Checked> {
  const { clientId, issuer, now } = expected
  try {
    const { payload } = await jwtVerify(
      jwt,
      createLocalJWKSet(expected.keys as unknown as JSONWebKeySet),
      {
        algorithms: [...algorithms],
        issuer: clientId,
        subject: clientId,
        audience: issuer,
        requiredClaims: ['exp', 'jti'],
        clockTolerance: skew,
        currentDate: new Date(now.epochMilliseconds),
      },
    )
    return readClaims(payload, expected)
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { ok: false, because: 'unknown-key' }
    if (error instanceof errors.JOSEError || error instanceof TypeError) {
      return { ok: false, because: 'not-valid' }
    }
    throw error
  }
}

function readClaims({ aud, exp = 0, iat, jti }: JWTPayload, { issuer, now }: Expected): Checked {
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  const isShort = exp <= seconds + longest + skew && exp - (iat ?? seconds) <= longest + skew
  const isOurs = aud === issuer || (Array.isArray(aud) && aud.length === 1)
  const isNamed = typeof jti === 'string' && jti.length >= 8 && jti.length <= 200
  const isFromNow = iat === undefined || iat <= seconds + skew
  if (!isShort || !isOurs || !isNamed || !isFromNow) return { ok: false, because: 'not-valid' }
  const expiresAt = Temporal.Instant.fromEpochMilliseconds((exp + skew) * 1000)
  return { ok: true, assertion: { jti, expiresAt } }
}
