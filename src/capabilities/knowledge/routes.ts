import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Assets } from '#design/assets.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import { cardPage } from './card-page.ts'
import { conversationPage } from './conversation-page.ts'
import { guidePage } from './guide-page.ts'
import type { Knowledge } from './knowledge.ts'
import { linesPage } from './lines-page.ts'
import { type SignalQuery, signalListPage } from './signal-list-page.ts'
import { signalPage } from './signal-page.ts'
import { termsPage } from './terms-page.ts'
import { paths } from './words-on-screen.ts'

const cardStyleSheet = readFileSync(new URL('signal-card.css', import.meta.url))
const talkStyleSheet = readFileSync(new URL('conversation-guide.css', import.meta.url))

/** Public pages: nobody signs in to read what may help a child. */
export function knowledgeRoutes(
  knowledge: Knowledge,
  respond: Respond,
  assets: Assets,
): Hono<HouseEnv> {
  const cardStyle = assets.add('signal-card.css', 'text/css; charset=utf-8', cardStyleSheet)
  const talkStyle = assets.add('conversation-guide.css', 'text/css; charset=utf-8', talkStyleSheet)
  const routes = new Hono<HouseEnv>()
  routes.get(paths.guide, (c) => respond(c, guidePage(knowledge, c.get('language'))))
  routes.get(paths.signals, (c) =>
    respond(c, signalListPage(knowledge, c.get('language'), queryFrom(c, knowledge))),
  )
  routes.get('/kennis/signalen/:id', (c) => {
    const signal = knowledge.findSignal(c.req.param('id').toUpperCase())
    if (!signal) return refuse('not-found', 'no-such-signal')
    return respond(c, signalPage(knowledge, c.get('language'), signal))
  })
  routes.get('/kennis/kaart/:observer', (c) => {
    const observer = knowledge.findObserverBySlug(c.req.param('observer'))
    if (!observer) return refuse('not-found', 'no-such-card')
    return respond(c, cardPage(knowledge, c.get('language'), observer, cardStyle))
  })
  routes.get(paths.lines, (c) =>
    respond(c, { ...linesPage(knowledge, c.get('language')), quickExit: true }),
  )
  routes.get(paths.talk, (c) =>
    respond(c, conversationPage(knowledge, c.get('language'), talkStyle)),
  )
  routes.get(paths.words, (c) => respond(c, termsPage(knowledge, c.get('language'))))
  return routes
}

function queryFrom(c: HouseContext, knowledge: Knowledge): SignalQuery {
  const asked = (name: string) => c.req.query(name) ?? ''
  return {
    text: asked('zoek').slice(0, 200),
    category: knowledge.findCategory(asked('onderwerp'))?.id,
    observer: knowledge.findObserver(asked('wie'))?.id,
    form: knowledge.findForm(asked('vorm'))?.id,
  }
}
