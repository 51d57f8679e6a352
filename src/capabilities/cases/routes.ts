import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import { mayHaveCases } from './access.ts'
import type { RouteParts } from './route-parts.ts'
import { actRoutes } from './routes-acts.ts'
import { circleRoutes } from './routes-circle.ts'
import { entryRoutes } from './routes-entries.ts'
import { listRoutes } from './routes-lists.ts'
import { taskRoutes } from './routes-tasks.ts'

/** Before a form is even read: nothing here answers somebody who has no business with cases. */
const caseWorkersFirst = createMiddleware<HouseEnv>(async (c, next) => {
  if (!mayHaveCases(whoIsSignedIn(c).actor)) refuse('not-allowed', 'has-no-cases')
  await next()
})

export const caseRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .use('/vandaag', caseWorkersFirst)
    .use('/casussen', caseWorkersFirst)
    .use('/casussen/*', caseWorkersFirst)
    .route('/', listRoutes(parts))
    .route('/', actRoutes(parts))
    .route('/', entryRoutes(parts))
    .route('/', taskRoutes(parts))
    .route('/', circleRoutes(parts))
