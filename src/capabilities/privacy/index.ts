import { Hono } from 'hono'
import { places } from '#design/page/places.ts'
import type { Config } from '#platform/config.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction } from '#platform/work.ts'
import { forgetInTime } from './forget-in-time.ts'
import { loadRetention } from './retention.ts'
import { accessibilityPage, privacyPage, sourcePage } from './statement-pages.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly config: Pick<Config, 'knowledgeFolder' | 'sourceUrl'>
}

export type Privacy = {
  /** the daily clean-up */
  readonly jobs: readonly Job[]
  /** what the foot of every page leads to */
  readonly routes: Hono<HouseEnv>
}

const hour = 3_600

/** What we say about what is kept, and forgetting it in time. */
export function openPrivacy({ inTransaction, respond, config }: Parts): Privacy {
  const retention = loadRetention(config.knowledgeFolder)
  const routes = new Hono<HouseEnv>()
  routes.get(places.privacy, (c) => respond(c, privacyPage(c.get('language'), retention)))
  routes.get(places.accessibility, (c) => respond(c, accessibilityPage(c.get('language'))))
  routes.get(places.source, (c) => respond(c, sourcePage(c.get('language'), config.sourceUrl)))
  const cleaning: Job = {
    name: 'clean-up',
    // Not while the server starts; and a server that is restarted every night cleans all the same.
    first: hour / 6,
    every: 24 * hour,
    run: (stop) => forgetInTime({ inTransaction, retention }, stop),
  }
  return { routes, jobs: [cleaning] }
}
