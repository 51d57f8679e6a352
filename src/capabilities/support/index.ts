import type { Hono } from 'hono'
import type { CaseDesk, CasePanel, DemoRegion } from '#capabilities/cases/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { CountSource } from '#platform/count-source.ts'
import type { Pool } from '#platform/database.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { InTransaction } from '#platform/work.ts'
import { helpPanel } from './case-panel.ts'
import { placementCounts } from './count-placements.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { loadDemoOffers } from './load-demo-offers.ts'
import { loadDemoPlacement } from './load-demo-placement.ts'
import { publishedOffers } from './published-offers.ts'
import { supportRoutes } from './routes.ts'

export { checkCatalogue } from './check-catalogue.ts'
export { supportNavigation } from './navigation.ts'

type Parts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly knowledgeFolder: string
  readonly cases: CaseDesk
}

export type Support = {
  /** the catalogue and what is on offer for everybody; own offers; help within a case */
  readonly routes: Hono<HouseEnv>
  /** what stands about help on the page of a case */
  readonly panel: CasePanel
  /** what may be counted of the help that began */
  readonly counts: CountSource
  /** Invented offers, and a proposal in an invented case; answers which. Loading again changes nothing. */
  loadDemo(region: DemoRegion): Promise<string | undefined>
}

/** The help there is, where it is on offer, and what was arranged for whom. */
export function openSupport(parts: Parts): Support {
  const { pool, inTransaction, cases, knowledgeFolder } = parts
  const catalogue = loadCatalogue(knowledgeFolder)
  const desk = { cases, catalogue }
  const published = publishedOffers(pool)
  return {
    routes: supportRoutes({ ...parts, desk, published }),
    panel: helpPanel(desk),
    counts: placementCounts(catalogue),
    async loadDemo(region) {
      const loading = { ...region, inTransaction, desk }
      await loadDemoOffers(loading)
      return loadDemoPlacement(loading)
    },
  }
}
