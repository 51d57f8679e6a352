import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import { mayHaveDossiers } from './access.ts'
import type { RouteParts } from './route-parts.ts'
import { actRoutes } from './routes-acts.ts'
import { afterRoutes } from './routes-after.ts'
import { decisionRoutes } from './routes-decision.ts'
import { dossierRoutes } from './routes-dossiers.ts'
import { worksheetRoutes } from './routes-worksheet.ts'

/** Before a form is even read: nothing here answers somebody who has no business with dossiers. */
const prosecutorsFirst = createMiddleware<HouseEnv>(async (c, next) => {
  if (!mayHaveDossiers(whoIsSignedIn(c).actor)) refuse('not-found', 'no-such-page')
  await next()
})

export const punishmentRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .use('/dossiers', prosecutorsFirst)
    .use('/dossiers/*', prosecutorsFirst)
    .route('/', dossierRoutes(parts))
    .route('/', decisionRoutes(parts))
    .route('/', actRoutes(parts))
    .route('/', worksheetRoutes(parts))
    .route('/', afterRoutes(parts))
