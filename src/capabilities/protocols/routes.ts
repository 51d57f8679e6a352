import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Clock } from '#platform/clock.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import type { InTransaction } from '#platform/work.ts'
import { reader } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import { editRoutes } from './routes-edit.ts'
import { protocolRoutes } from './routes-protocol.ts'
import { runRoutes } from './routes-run.ts'

export type RouteParts = {
  readonly desk: ProtocolDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
}

/** Before a form is even read: nothing here answers somebody who has no business with protocols. */
const readersFirst = createMiddleware<HouseEnv>(async (c, next) => {
  reader(whoIsSignedIn(c))
  await next()
})

export const allRoutes = (parts: RouteParts): Hono<HouseEnv> =>
  new Hono<HouseEnv>()
    .use('/protocol', readersFirst)
    .use('/protocol/*', readersFirst)
    .use('/casussen/:id/protocol', readersFirst)
    .use('/casussen/:id/protocol/*', readersFirst)
    .route('/', protocolRoutes(parts))
    .route('/', editRoutes(parts))
    .route('/', runRoutes(parts))
