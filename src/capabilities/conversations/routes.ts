import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Assets } from '#design/assets.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { idIn } from '#platform/http/read-request.ts'
import { signedInFirst } from '#platform/http/respond.ts'
import { wayUp } from './page-parts.ts'
import { conversationAside, conversationPage } from './pages-conversation.ts'
import { listPage } from './pages-list.ts'
import { sheetPage } from './pages-sheet.ts'
import { latest, listConversations } from './read-conversation.ts'
import { readingCookie } from './reading-lock.ts'
import { counterOf, placeIn, type RouteParts } from './route-parts.ts'
import { endRoutes } from './routes-end.ts'
import { holdRoutes } from './routes-hold.ts'
import { prepareRoutes } from './routes-prepare.ts'
import { readingRoutes } from './routes-reading.ts'
import { t } from './words.ts'

const styleSheet = readFileSync(new URL('conversation.css', import.meta.url))

type Mounted = Omit<RouteParts, 'style' | 'reading'> & {
  readonly assets: Assets
  readonly https: boolean
}

export function conversationRoutes({ assets, https, ...rest }: Mounted): Hono<HouseEnv> {
  const style = assets.add('conversation.css', 'text/css; charset=utf-8', styleSheet)
  const parts: RouteParts = { ...rest, style, reading: readingCookie(https) }
  return new Hono<HouseEnv>()
    .use('/casussen/:id/gesprek', signedInFirst)
    .use('/casussen/:id/gesprek/*', signedInFirst)
    .route('/', prepareRoutes(parts))
    .route('/', holdRoutes(parts))
    .route('/', readingRoutes(parts))
    .route('/', endRoutes(parts))
    .route('/', lookRoutes(parts))
}

/** The list of a case, one conversation, and its sheet for on the table. */
function lookRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const { act, page, read } = counterOf(parts)
  const app = new Hono<HouseEnv>()

  app.get('/casussen/:id/gesprek', async (c) => {
    const language = c.get('language')
    const { head, conversations, names } = await act(c, async (work) => {
      const list = await listConversations(work, idIn(c))
      const holders = new Set(list.conversations.map(({ holderId }) => holderId))
      return { ...list, names: await desk.cases.namesOf(work, [...holders]) }
    })
    return page(c, {
      title: t(language).list.title,
      breadcrumbs: wayUp(language, { caseId: head.id, caseCode: head.code }).slice(0, 1),
      content: listPage(language, head, conversations, names),
    })
  })

  app.get('/casussen/:id/gesprek/:gesprek', async (c) => {
    const language = c.get('language')
    const { one, names } = await read(c, placeIn(c))
    const aside = conversationAside(language, one)
    return page(c, {
      title: t(language).conversation.title,
      breadcrumbs: wayUp(language, one),
      content: conversationPage(language, desk.knowledge, one, names),
      ...(aside ? { aside } : {}),
    })
  })

  app.get('/casussen/:id/gesprek/:gesprek/blad', async (c) => {
    const language = c.get('language')
    const place = placeIn(c)
    const { one } = await read(c, place)
    const { content } = latest(one.preparations)
    return page(c, {
      title: t(language).sheet.title,
      breadcrumbs: wayUp(language, one, place),
      print: true,
      content: sheetPage(language, desk.knowledge, content, place),
    })
  })

  return app
}
