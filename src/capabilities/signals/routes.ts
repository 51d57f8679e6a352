import { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { signedInFirst } from '#platform/http/respond.ts'
import { followRoutes } from './routes-follow.ts'
import { type RouteParts, recordRoutes } from './routes-record.ts'

export const signalRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .use('/signalen/*', signedInFirst)
    .use('/wachtrij/*', signedInFirst)
    .route('/', recordRoutes(parts))
    .route('/', followRoutes(parts))
