import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

type Account = Readonly<Record<string, unknown>>

/** For tests: a real OpenID Connect provider on this machine, with a page on which one says who one is. */
export async function aProvider(accounts: Readonly<Record<string, Account>>, returnTo: string) {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'oogmerk', client_secret: 'test-secret', redirect_uris: [returnTo] }],
    claims: {
      openid: ['sub', 'schac_home_organization', 'eduperson_affiliation'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only-for-tests'] },
    interactions: { url: (_ctx, { uid }) => `/wie/${uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...accounts[id] }),
    }),
    // Nobody is asked for consent to their own school.
    async loadExistingGrant(ctx) {
      const { client, session, provider: self } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new self.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, login] = /^\/wie\/[\w-]+\?login=([\w-]+)$/.exec(request.url ?? '') ?? []
    if (login) {
      const result = { login: { accountId: login } }
      return provider.interactionFinished(request, response, result)
    }
    if (request.url?.startsWith('/wie/')) {
      response.setHeader('content-type', 'text/html').end('<title>Wie ben je?</title>')
      return
    }
    return callback(request, response)
  }
  server.on('request', (request, response) => void answer(request, response))

  return {
    issuer,
    /** Walks from the address that we sent the browser to, back to the address that it returns to. */
    visit: (address: string, login: string) => visit(address, login, returnTo),
    close: () => closed(server),
  }
}

async function visit(address: string, login: string, returnTo: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = address
  for (let steps = 0; steps < 10; steps += 1) {
    if (next.startsWith(returnTo)) return next
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location) next = new URL(location, next).href
    else if (next.includes('/wie/')) next = `${next}?login=${login}`
    else throw new Error(`The provider stopped with ${response.status}: ${await response.text()}`)
  }
  throw new Error('The provider keeps sending the browser around.')
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
