import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { KindNamer, MessageHandler } from '#capabilities/sharing/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { CountSource } from '#platform/count-source.ts'
import type { Pool } from '#platform/database.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { MakeRound } from '#platform/round.ts'
import type { InTransaction } from '#platform/work.ts'
import { countsHandler } from './counts-handler.ts'
import { editionJob } from './edition-job.ts'
import { type FigureSource, figureSource } from './figure-now.ts'
import { loadDefinitions } from './load-definitions.ts'
import { loadDemoFigures } from './load-demo-figures.ts'
import { publishRound } from './publish-counts.ts'
import { publishedFigures } from './published-figures.ts'
import { type OwnParts, ownRoutes } from './routes-own.ts'
import { publicRoutes } from './routes-public.ts'

export { checkDefinitions } from './check-definitions.ts'
export type { FigureNow, FigureRef, FigureSource } from './figure-now.ts'
export { figuresNavigation } from './navigation.ts'
export { letMakeNationalFigures } from './received-store.ts'
export { forgetFigureCounts } from './store.ts'

type Parts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly keyring: Keyring
  readonly knowledge: Knowledge
  readonly knowledgeFolder: string
  readonly kindName: KindNamer
  readonly requireStepUp: OwnParts['requireStepUp']
  readonly makeRound: MakeRound
  /** what every other capability counts of its own rows */
  readonly sources: readonly CountSource[]
}

type Region = Pick<Parameters<typeof loadDemoFigures>[0], 'demoId' | 'actorOf'>

export type Figures = {
  /** national figures for everybody; what an organisation publishes for who answers for it */
  readonly routes: Hono<HouseEnv>
  /** national figures, for whoever binds a text to them */
  readonly source: FigureSource
  /** counts that came in */
  readonly handlers: readonly MessageHandler[]
  /** publishing what is over, and making national figures of it */
  readonly jobs: readonly Job[]
  /** Invented schools that published invented numbers. Loading again changes nothing. */
  loadDemo(region: Region): Promise<undefined>
}

/** Numbers that can be told: counted where they are, added up at the ministry, and safe beside all that was told. */
export function openFigures({ knowledgeFolder, sources, makeRound, ...parts }: Parts): Figures {
  const { pool, keyring, inTransaction } = parts
  const definitions = loadDefinitions(knowledgeFolder, sources)
  const desk = { keyring, definitions }
  const published = publishedFigures(pool, definitions)
  return {
    routes: new Hono<HouseEnv>()
      .route('/', publicRoutes({ ...parts, definitions, published }))
      .route('/', ownRoutes({ ...parts, desk })),
    source: figureSource,
    handlers: [countsHandler(desk)],
    jobs: [makeRound(publishRound(desk)), editionJob({ pool, inTransaction, desk })],
    async loadDemo(region) {
      await loadDemoFigures({ ...region, pool, inTransaction, desk })
      return undefined
    },
  }
}
