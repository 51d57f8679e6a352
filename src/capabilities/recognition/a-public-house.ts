import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { knowledgeRoutes, loadKnowledge } from '#capabilities/knowledge/index.ts'
import type { Assets } from '#design/assets.ts'
import { designAssets } from '#design/design-assets.ts'
import { Temporal } from '#platform/clock.ts'
import { house } from '#platform/http/house.ts'
import type { HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { responder } from '#platform/http/respond.ts'
import { serveAssets } from '#platform/http/serve-assets.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
import { withAxe } from '#tests/axe.ts'
import { addRecognitionAssets, type ExploreAssets } from './explore-assets.ts'
import { loadLexicon } from './lexicon-file.ts'
import { prepareLexicon } from './recognise.ts'
import { recognitionRoutes } from './routes.ts'

export type PublicHouse = {
  readonly app: Hono<HouseEnv>
  readonly assets: Assets
  readonly explore: ExploreAssets
  /** every line the house wrote to its log */
  readonly logged: () => string
}

/** The value of the session cookie of the one person who is signed in here. */
export const aSession = 'a-session-of-noor'

const noor: SignedIn = {
  sessionId: 'a-session',
  actor: {
    kind: 'person',
    personId: '0199aaaa-0000-7000-8000-000000000001',
    organisationId: '0199aaaa-0000-7000-8000-000000000002',
    organisationKind: 'secondary-school',
    roles: ['mentor'],
  },
  name: 'Noor Voorbeeld',
  organisationName: 'Voorbeeldcollege',
  steppedUpAt: Temporal.Instant.from('2026-11-23T10:00:00Z'),
}

/** The public pages behind the real front door, for tests. */
export function aPublicHouse(): PublicHouse {
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) })
  const knowledge = loadKnowledge(new URL('../../../knowledge', import.meta.url).pathname)
  const lexicons = { nl: loadLexicon('nl'), en: loadLexicon('en') }
  const assets = designAssets()
  const explore = addRecognitionAssets(assets, { knowledge, lexicons })
  const respond = responder({ assets, demo: false, roleNames: () => [] })
  const app = house({
    origin: undefined,
    proxies: 0,
    respond,
    findSession: async (token) => (token === aSession ? noor : undefined),
    cookie: sessionCookie(false),
    log,
  })
  app.get('/assets/*', serveAssets(assets))
  const recogniser = prepareLexicon(lexicons.nl, lexicons.en)
  const ask = (path: string) => app.request(path)
  app.route(
    '/',
    recognitionRoutes({ respond, knowledge, recogniser, explore, assets, proxies: 0, ask }),
  )
  app.route('/', knowledgeRoutes(knowledge, respond, assets))
  return { app, assets, explore, logged: () => lines.join('') }
}

export type ServedHouse = PublicHouse & {
  readonly origin: string
  /** everything that reached the server, bodies and cookies included */
  readonly received: () => readonly Received[]
  readonly close: () => Promise<void>
}

export type Received = {
  readonly method: string
  readonly url: string
  readonly headers: string
  readonly body: string
}

/** The same on a port of this machine, for a browser. */
export async function servedHouse(): Promise<ServedHouse> {
  const made = aPublicHouse()
  const served = withAxe(made.app)
  const all: Received[] = []
  const listening = async (request: Request) => {
    const { method, url, headers } = request
    const body = method === 'GET' ? '' : await request.clone().text()
    all.push({ method, url, headers: JSON.stringify([...headers]), body })
    return served.fetch(request)
  }
  const server = serve({ fetch: listening, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await closed
  }
  return { ...made, origin: `http://127.0.0.1:${port}`, received: () => all, close }
}
