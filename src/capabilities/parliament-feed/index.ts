import type { Hono } from 'hono'
import type { Clock, Temporal } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { Job } from '#platform/jobs.ts'
import { fetchFrom, isPublicAddress } from '#platform/public-fetch.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { loadFeed } from './feed-pack.ts'
import { type DemoActors, loadDemoRows } from './load-demo.ts'
import { type ReadingAlong, readAlong } from './read-along.ts'
import type { Register } from './register-port.ts'
import { feedRoutes } from './routes.ts'

export { checkFeed } from './feed-pack.ts'
export { feedSettingNavigation, foundNavigation } from './navigation.ts'
export { readAlongJob } from './read-along.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly config: Pick<Config, 'demo' | 'knowledgeFolder'>
  readonly register: Register
  readonly listMinistries: (work: Work) => Promise<readonly string[]>
  readonly requireStepUp: (signedIn: SignedIn, now: Temporal.Instant) => void
  readonly wake: () => void
  readonly failed: ReadingAlong['failed']
}

/** More than a page of 250 rows with their papers ever was, in bytes. */
const longest = 8 * 1024 * 1024

/** What a ministry reads along at the House. In a demonstration nothing goes out. */
export function openParliamentFeed(parts: Parts): {
  readonly routes: Hono<HouseEnv>
  readonly jobs: readonly Job[]
  /** Invented rows of an invented ministry. Loading again changes nothing. */
  loadDemo(region: DemoActors): Promise<undefined>
} {
  const { config, register } = parts
  const { dossiers: besides, ...feed } = loadFeed(config.knowledgeFolder)
  const scope = { ...feed, dossiers: [...new Set([...register.dossiers, ...besides])] }
  const reach = fetchFrom(isPublicAddress, { longest })
  const reading = { ...parts, scope, reach, random: Math.random }
  return {
    routes: feedRoutes({ ...parts, scope, demo: config.demo }),
    jobs: config.demo ? [] : [readAlong(reading)],
    async loadDemo({ actorOf }) {
      await loadDemoRows({ actorOf, inTransaction: parts.inTransaction })
      return undefined
    },
  }
}
