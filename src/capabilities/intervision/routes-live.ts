import { Hono } from 'hono'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { nameOfMethod } from './method-of.ts'
import { livePage, liveParts } from './pages-live.ts'
import { roundPart } from './pages-round.ts'
import { screenPage, screenParts } from './pages-screen.ts'
import { followIntervision } from './read-intervision.ts'
import type { RouteParts } from './route-parts.ts'
import { fresh, type View } from './view.ts'

/** The table as people see it: the page, its parts, the screen on the wall, and the stream that says when. */
export function liveRoutes({ desk, live, cookie, respond, assets, act, view }: RouteParts) {
  const app = new Hono<HouseEnv>()
  const titleOf = ({ language, knowledge, table }: View) =>
    table.topic ?? nameOfMethod(knowledge, table.method)[language]

  app.get('/intervisie/:id', async (c) => {
    const seen = await view(c, idIn(c))
    return respond(c, {
      title: titleOf(seen),
      content: livePage(seen, fresh),
      aside: roundPart(seen),
      scripts: [assets.script],
    })
  })

  app.get('/intervisie/:id/scherm', async (c) => {
    const seen = await view(c, idIn(c))
    return respond(c, {
      title: titleOf(seen),
      content: screenPage(seen, c.req.query('bril')),
      wall: true,
      scripts: [assets.script],
    })
  })

  app.get('/intervisie/:id/live', async (c) => {
    const seen = await view(c, idIn(c))
    const parts =
      c.req.query('beeld') === 'scherm'
        ? [screenParts(seen, c.req.query('bril'))]
        : [liveParts(seen), roundPart(seen)]
    const written = await Promise.all(parts)
    return c.html(written.join('\n'))
  })

  app.get('/intervisie/:id/stroom', async (c: HouseContext) => {
    const { actor } = whoIsSignedIn(c)
    const id = idIn(c)
    const { revision } = await act(c, (work) => followIntervision(work, desk, id))
    const token = cookie.read(c) ?? ''
    const { organisationId, personId } = actor
    const stream = live.follow({ organisationId, intervisionId: id, personId, token }, revision)
    // Without a stream the page says so, and its way to look again still works.
    if (!stream) return c.body(null, 503, { 'Retry-After': '30' })
    // A proxy that keeps lines back until it has many would make a stream of this useless.
    return c.body(stream, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    })
  })

  return app
}
