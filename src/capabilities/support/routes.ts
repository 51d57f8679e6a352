import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { type Respond, signedInFirst } from '#platform/http/respond.ts'
import type { InTransaction } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import type { PublishedOffers } from './published-offers.ts'
import { catalogueRoutes } from './routes-catalogue.ts'
import { offerRoutes } from './routes-offers.ts'
import { placementRoutes } from './routes-placements.ts'

export type RouteParts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly desk: SupportDesk
  readonly knowledge: Knowledge
  readonly published: PublishedOffers
  readonly clock: Clock
}

export const supportRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .use('/aanbod/*', signedInFirst)
    .use('/casussen/:id/hulp/*', signedInFirst)
    .route('/', catalogueRoutes({ ...parts, catalogue: parts.desk.catalogue }))
    .route('/', offerRoutes({ ...parts, catalogue: parts.desk.catalogue }))
    .route('/', placementRoutes(parts))
