import * as client from 'openid-client'
import type { Clock, Temporal } from '#platform/clock.ts'
import { fetchFrom, InnerAddress, isPublicAddress } from '#platform/public-fetch.ts'
import type { Claims, Provider } from './provider.ts'

/** What the browser must bring back unchanged; the secrets of one sign-in. */
export type Checks = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** the person must have proved who they are at most this many seconds ago */
  readonly maxAge?: number | undefined
}

/** The provider cannot be reached, or what came back does not fit what we asked. */
export class ProviderProblem extends Error {
  readonly because: 'unreachable' | 'refused'
  constructor(because: 'unreachable' | 'refused', cause: unknown) {
    super(because, { cause })
    this.because = because
  }
}

/** How long a provider may take to answer, and how long we believe what it said about itself. */
const patience = 5 // seconds
const memory = { hours: 1 }

type Parts = {
  clock: Clock
  /** nothing goes without https, not even to this machine */
  secure: boolean
  /** a provider may live on this machine or in its own network: the operator says so */
  innerProviders: boolean
}

/**
 * OpenID Connect: authorisation code, PKCE, state and nonce. An organisation's administrator sets the
 * address, and this server goes there: to public addresses only, unless its operator allows others.
 */
export function providerFlow({ clock, secure, innerProviders }: Parts) {
  const reach = fetchFrom(innerProviders ? () => true : isPublicAddress)
  const known = new Map<string, { configuration: client.Configuration; until: Temporal.Instant }>()

  async function configurationOf(provider: Provider): Promise<client.Configuration> {
    const name = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret])
    const before = known.get(name)
    if (before && before.until.epochMilliseconds > clock().epochMilliseconds) {
      return before.configuration
    }
    const issuer = new URL(provider.issuer)
    if (issuer.protocol === 'http:' && (secure || !innerProviders || !isLoopback(issuer))) {
      throw new ProviderProblem(
        'unreachable',
        'Only a provider on this machine may do without https.',
      )
    }
    try {
      const { clientId, clientSecret } = provider
      const configuration = await client.discovery(issuer, clientId, clientSecret, undefined, {
        timeout: patience,
        [client.customFetch]: reach,
        execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      })
      known.set(name, { configuration, until: clock().add(memory) })
      return configuration
    } catch (error) {
      throw new ProviderProblem('unreachable', error)
    }
  }

  return {
    /** The provider's address to send the browser to, and what must come back. */
    async begin(provider: Provider, redirectUri: string, maxAge?: number) {
      const configuration = await configurationOf(provider)
      const checks: Checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        ...(maxAge === undefined ? {} : { maxAge }),
      }
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        // `max_age=0` and `prompt=login`: whoever sits here now proves again who they are.
        ...(maxAge === undefined ? {} : { prompt: 'login', max_age: '0' }),
      })
      return { url: url.href, checks }
    },

    /** What the provider says about the person, after every check of the specification. */
    async finish(
      provider: Provider,
      answer: URL,
      checks: Checks,
    ): Promise<Claims & { sub: string }> {
      const configuration = await configurationOf(provider)
      try {
        const tokens = await client.authorizationCodeGrant(configuration, answer, {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.verifier,
          idTokenExpected: true,
          ...(checks.maxAge === undefined ? {} : { maxAge: checks.maxAge }),
        })
        const inToken = tokens.claims()
        if (!inToken) throw new Error('There is no ID token.')
        const { sub } = inToken
        if (!configuration.serverMetadata().userinfo_endpoint) return inToken
        const more = await client.fetchUserInfo(configuration, tokens.access_token, sub)
        return { ...more, ...inToken }
      } catch (error) {
        throw new ProviderProblem(isNetwork(error) ? 'unreachable' : 'refused', error)
      }
    },
  }
}

export type ProviderFlow = ReturnType<typeof providerFlow>

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'

const isNetwork = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof InnerAddress ||
  (error instanceof Error && 'code' in error && error.code === 'OAUTH_TIMEOUT')
