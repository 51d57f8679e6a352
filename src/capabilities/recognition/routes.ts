import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Assets } from '#design/assets.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { byAddress, limit } from '#platform/http/limit.ts'
import { typedIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { type Language, link } from '#platform/language.ts'
import { findingsIn, piecesOf, readText } from './explore.ts'
import { type ExploreAssets, pagesKept } from './explore-assets.ts'
import { madeOnce } from './made-once.ts'
import { type Explored, type ExploreReader, explorePage, longestStory } from './pages-explore.ts'
import { homePage } from './pages-home.ts'
import { offlinePage, pressurePage } from './pages-pressure.ts'
import { places } from './places.ts'
import type { Recogniser } from './recognise.ts'
import { words } from './words-on-screen.ts'

export type RecognitionParts = {
  readonly respond: Respond
  readonly knowledge: Knowledge
  readonly recogniser: Recogniser
  readonly explore: ExploreAssets
  readonly assets: Assets
  readonly proxies: number
  /** asks the whole house for a page, as somebody who is not signed in */
  readonly ask: (path: string) => Response | Promise<Response>
}

/** Texts per minute from one address: a whole school can stand behind one. */
const textsPerMinute = 240

const untouched: Explored = { text: '', ticked: [], findings: [], pieces: [] }

/** The public pages. They touch no database, and nothing that is typed outlives its answer. */
export function recognitionRoutes(parts: RecognitionParts): Hono<HouseEnv> {
  const { respond, knowledge, recogniser, explore, assets, proxies, ask } = parts
  const routes = new Hono<HouseEnv>()
  const once = madeOnce()

  const show = (c: HouseContext, reader: ExploreReader, explored: Explored) => {
    const language = c.get('language')
    const signedIn = c.get('signedIn') !== undefined
    const parts = { language, reader, knowledge, assets: explore, explored, signedIn }
    return respond(c, explorePage(parts))
  }
  const read = async (c: HouseContext): Promise<Explored> =>
    exploredFrom(await typedIn(c), c.get('language'), recogniser, knowledge)

  // Whoever is signed in begins elsewhere.
  routes.get(places.home, once, (c, next) =>
    c.get('signedIn') ? next() : respond(c, homePage(c.get('language'), knowledge, explore)),
  )
  const readers = [
    [places.explore, 'teacher'],
    [places.exploreForParents, 'parent'],
  ] as const
  for (const [path, reader] of readers) {
    routes.get(path, once, (c) => show(c, reader, untouched))
    routes.post(
      path,
      limit({ points: textsPerMinute, seconds: 60, key: byAddress(proxies) }),
      async (c) => show(c, reader, await read(c)),
    )
  }
  routes.get(places.pressure, once, (c) =>
    respond(c, { ...pressurePage(c.get('language'), knowledge, explore), quickExit: true }),
  )
  routes.get(places.offline, once, (c) => respond(c, offlinePage(c.get('language'))))
  routes.get(places.keptPages, once, async (c) => {
    const asked = pagesKept.map(async (path) => {
      const address = link(c.get('language'), path)
      const answer = await ask(address)
      if (!answer.ok) throw new Error(`${address} cannot be kept: ${answer.status}`)
      return [address, await answer.text()]
    })
    return c.json(Object.fromEntries(await Promise.all(asked)))
  })
  routes.get(places.manifest, once, (c) =>
    c.body(JSON.stringify(manifest(c.get('language'), assets)), 200, {
      'Content-Type': 'application/manifest+json',
    }),
  )
  routes.get(places.worker, once, (c) =>
    c.body(explore.worker, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  )
  return routes
}

function exploredFrom(
  typed: Typed,
  language: Language,
  recogniser: Recogniser,
  knowledge: Knowledge,
): Explored {
  const text = textOf(typed, 'text').slice(0, longestStory)
  const chosen = new Set(
    Object.entries(typed).flatMap(([name, value]) => (name.startsWith('seen-') ? value : [])),
  )
  const ticked = knowledge.signals.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const { hits } = readText(recogniser, text, language)
  const find = (id: string) => {
    const signal = knowledge.findSignal(id)
    if (!signal) return undefined
    const { wording, innocent } = signal
    return { wording: wording[language], innocent: innocent.map((each) => each[language]) }
  }
  const findings = findingsIn(text, hits, ticked, find)
  return { text, ticked, findings, pieces: piecesOf(text, hits) }
}

/** What makes Verken something to put on the first screen of a phone. */
function manifest(language: Language, assets: Assets): object {
  const { offline } = words(language)
  return {
    id: link(language, places.explore),
    name: offline.appName,
    short_name: offline.appShortName,
    description: offline.appText,
    lang: language,
    start_url: link(language, places.explore),
    scope: '/',
    display: 'standalone',
    background_color: '#fbf7ef',
    theme_color: '#fbf7ef',
    icons: [
      { src: assets.url('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: assets.url('icon-512.png'), sizes: '512x512', type: 'image/png' },
      { src: assets.url('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
    ],
  }
}
