import { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { filmRoutes } from './routes-film.ts'
import { type RouteParts, readingRoutes } from './routes-reading.ts'
import { teamRoutes } from './routes-team.ts'

export const trainingRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .route('/', readingRoutes(parts))
    .route('/', teamRoutes(parts))
    .route('/', filmRoutes(parts))
