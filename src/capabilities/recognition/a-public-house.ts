import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { knowledgeRoutes, loadKnowledge } from '#capabilities/knowledge/index.ts'
import type { Assets } from '#design/assets.ts'
import { designAssets } from '#design/design-assets.ts'
import { house } from '#platform/http/house.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { responder } from '#platform/http/respond.ts'
import { serveAssets } from '#platform/http/serve-assets.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
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

/** The public pages behind the real front door, for tests; nobody is ever signed in here. */
export function aPublicHouse(): PublicHouse {
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) })
  const knowledge = loadKnowledge(new URL('../../../knowledge', import.meta.url).pathname)
  const lexicons = { nl: loadLexicon('nl'), en: { ...loadLexicon('nl'), language: 'en' as const } }
  const assets = designAssets()
  const explore = addRecognitionAssets(assets, { knowledge, lexicons })
  const respond = responder({ assets, demo: false, roleNames: () => [] })
  const app = house({
    origin: undefined,
    proxies: 0,
    respond,
    findSession: async () => undefined,
    cookie: sessionCookie(false),
    log,
  })
  app.get('/assets/*', serveAssets(assets))
  const recogniser = prepareLexicon(lexicons.nl, lexicons.en)
  app.route('/', recognitionRoutes({ respond, knowledge, recogniser, explore, assets, proxies: 0 }))
  app.route('/', knowledgeRoutes(knowledge, respond, assets))
  return { app, assets, explore, logged: () => lines.join('') }
}

/** The same on a port of this machine, for a browser. */
export async function servedHouse(): Promise<
  PublicHouse & { origin: string; close: () => Promise<void> }
> {
  const made = aPublicHouse()
  const server = serve({ fetch: made.app.fetch, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await closed
  }
  return { ...made, origin: `http://127.0.0.1:${port}`, close }
}
