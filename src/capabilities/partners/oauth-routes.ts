import { Hono } from 'hono'
import { clientAddress } from '#platform/http/client-address.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { byAddress, limit } from '#platform/http/limit.ts'
import { claimedName, issueToken, type TokenDesk } from './issue-token.ts'
import { paths } from './paths.ts'
import { scopes, tokenLasts } from './program.ts'
import { algorithms } from './public-keys.ts'
import type { ServerKey } from './server-key.ts'

export type OAuthParts = TokenDesk & {
  readonly proxies: number
  readonly key: () => Promise<ServerKey>
  readonly issuerOf: (c: HouseContext) => string
}

/** Many programs may share one address; one program needs a token once in ten minutes per machine. */
const perAddress = { points: 300, seconds: 300 }
const perProgram = { points: 60, seconds: 300 }

/** Longer than any statement that a program signs for us. */
const longestAssertion = 8_000

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Where programs get their tokens, and how they find out how that goes. */
export function oauthRoutes(parts: OAuthParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const standing = new WeakMap<HouseContext, string>()
  const address = limit({ ...perAddress, key: byAddress(parts.proxies) })
  // Counted per program and address: nobody keeps a program out by knocking in its name from elsewhere.
  const program = limit({ ...perProgram, key: (c) => standing.get(c) ?? 'unknown' })

  app.post(paths.token, address, async (c) => {
    const form = await formIn(c)
    if (!form) return refused(c, 400, 'invalid_request')
    if (form.get('grant_type') !== 'client_credentials') {
      return refused(c, 400, 'unsupported_grant_type')
    }
    const assertion = form.get('client_assertion') ?? ''
    if (form.get('client_assertion_type') !== assertionType || !assertion) {
      return refused(c, 401, 'invalid_client')
    }
    if (assertion.length > longestAssertion) return refused(c, 401, 'invalid_client')
    const { programId = 'unknown' } = claimedName(assertion) ?? {}
    standing.set(c, `${programId} ${clientAddress(c, parts.proxies)}`)
    await program(c, async () => {})
    const issued = await issueToken(parts, {
      assertion,
      clientId: form.get('client_id') ?? undefined,
      scope: form.get('scope') ?? undefined,
      issuer: parts.issuerOf(c),
      requestId: c.get('requestId'),
    })
    if (!issued.ok) return refused(c, issued.error === 'invalid_scope' ? 400 : 401, issued.error)
    return c.json({
      access_token: issued.token,
      token_type: 'Bearer',
      expires_in: tokenLasts,
      scope: issued.scopes.join(' '),
    })
  })
  app.all(paths.token, (c) => {
    c.header('Allow', 'POST')
    return refused(c, 405, 'invalid_request')
  })

  // source: RFC 8414
  app.get(paths.metadata, (c) => {
    const issuer = parts.issuerOf(c)
    return c.json({
      issuer,
      token_endpoint: issuer + paths.token,
      jwks_uri: issuer + paths.keys,
      scopes_supported: scopes,
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: algorithms,
      service_documentation: issuer + paths.guide,
    })
  })
  app.get(paths.keys, async (c) => c.json({ keys: [(await parts.key()).jwk] }))

  return app
}

/** source: RFC 6749 section 5.2 */
function refused(c: HouseContext, status: 400 | 401 | 405, error: string): Response {
  return c.json({ error }, status)
}

/** A form in which every field stands once; nothing for anything else. */
async function formIn(c: HouseContext): Promise<URLSearchParams | undefined> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined
  const form = new URLSearchParams(await c.req.text())
  const names = [...form.keys()]
  return new Set(names).size === names.length ? form : undefined
}
