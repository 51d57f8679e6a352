import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { followRoutes } from './routes-follow.ts'
import { type RouteParts, recordRoutes } from './routes-record.ts'

/** Before a form is even read: nothing here answers somebody who is not signed in. */
const signedInFirst = createMiddleware<HouseEnv>(async (c, next) => {
  whoIsSignedIn(c)
  await next()
})

export const signalRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .use('/signalen/*', signedInFirst)
    .use('/wachtrij/*', signedInFirst)
    .route('/', recordRoutes(parts))
    .route('/', followRoutes(parts))
