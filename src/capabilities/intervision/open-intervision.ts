import type { Hono } from 'hono'
import type { CasePanel, DemoRegion } from '#capabilities/cases/index.ts'
import type { Assets } from '#design/assets.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Pool } from '#platform/database.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import type { InTransaction } from '#platform/work.ts'
import { intervisionPanel } from './case-panel.ts'
import type { IntervisionDesk } from './desk.ts'
import { addIntervisionAssets } from './intervision-assets.ts'
import { openLive } from './live.ts'
import { loadDemoIntervisions } from './load-demo-intervisions.ts'
import { intervisionRoutes } from './routes.ts'

type Parts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly cookie: SessionCookie
  readonly clock: Clock
  readonly config: Pick<Config, 'origin'>
  readonly assets: Assets
  readonly desk: IntervisionDesk
  /** whether the sign-in behind this token still holds, without making it last longer */
  readonly stillSignedIn: (token: string) => Promise<boolean>
  /** hears what went wrong where nobody waits for an answer */
  readonly failed: (error: unknown) => void
}

export type IntervisionHouse = {
  readonly routes: Hono<HouseEnv>
  /** on the page of a case */
  readonly panel: CasePanel
  /** Invented colleagues at an invented table; answers which. Loading again changes nothing. */
  loadDemo(region: DemoRegion): Promise<string | undefined>
  /** Ends what people keep open, so that a server that stops waits for nobody. */
  endStreams(): void
  close(): Promise<void>
}

/** Colleagues who think together, each on their own device. */
export function openIntervision({ desk, assets, ...parts }: Parts): IntervisionHouse {
  const live = openLive(parts)
  return {
    routes: intervisionRoutes({ ...parts, desk, live, assets: addIntervisionAssets(assets) }),
    panel: intervisionPanel(desk),
    loadDemo: (region) =>
      loadDemoIntervisions({ ...region, desk, inTransaction: parts.inTransaction }),
    endStreams: live.end,
    close: live.close,
  }
}
