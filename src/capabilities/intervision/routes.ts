import { Hono } from 'hono'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { type Respond, signedInFirst } from '#platform/http/respond.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import { link } from '#platform/language.ts'
import type { InTransaction } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import type { IntervisionAssets } from './intervision-assets.ts'
import type { Live } from './live.ts'
import type { RouteParts } from './route-parts.ts'
import { afterRoutes } from './routes-after.ts'
import { liveRoutes } from './routes-live.ts'
import { startRoutes } from './routes-start.ts'
import { writeRoutes } from './routes-write.ts'
import { viewTable } from './view-table.ts'

type Parts = {
  readonly desk: IntervisionDesk
  readonly live: Live
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly cookie: SessionCookie
  readonly clock: Clock
  readonly config: Pick<Config, 'origin'>
  readonly assets: IntervisionAssets
}

export function intervisionRoutes({
  inTransaction,
  respond,
  config,
  ...parts
}: Parts): Hono<HouseEnv> {
  const act = acting(inTransaction, 'hold-intervision')
  const shared: RouteParts = {
    ...parts,
    act,
    respond: (c, page) =>
      respond(c, {
        under: link(c.get('language'), '/intervisie'),
        styles: [parts.assets.style],
        ...page,
      }),
    view: (c: HouseContext, id: string) => {
      const origin = config.origin ?? new URL(c.req.url).origin
      const around = { language: c.get('language'), origin }
      return act(c, (work) => viewTable(work, parts.desk, around, id))
    },
    go: (c, path) => c.redirect(link(c.get('language'), path), 303),
  }
  return new Hono<HouseEnv>()
    .use('/intervisie/*', signedInFirst)
    .route('/', startRoutes(shared))
    .route('/', afterRoutes(shared))
    .route('/', writeRoutes(shared))
    .route('/', liveRoutes(shared))
}
