import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import { listQuery } from './list-query.ts'
import { itemPage } from './page-item.ts'
import { itemsPage } from './page-items.ts'
import { paperPage } from './page-paper.ts'
import { papersPage } from './page-papers.ts'
import type { Parliament } from './parliament.ts'
import { paths, queryNames } from './paths.ts'

type Parts = {
  readonly parliament: Parliament
  readonly knowledge: Knowledge
  readonly respond: Respond
  readonly clock: Clock
}

/** Public pages: nobody signs in to read what Parliament asked and what came of it. */
export function parliamentRoutes({ parliament, knowledge, respond, clock }: Parts): Hono<HouseEnv> {
  const routes = new Hono<HouseEnv>()
  routes.get(paths.items, (c) => {
    const query = listQuery(c.req.query(queryNames.kind), c.req.query(queryNames.state))
    return respond(c, itemsPage(c.get('language'), parliament, query))
  })
  routes.get('/kennis/kamer/punten/:id', (c) => {
    const item = parliament.findItem(c.req.param('id')) ?? refuse('not-found', 'no-such-page')
    const view = { parliament, knowledge, item, today: dutchDay(clock()) }
    return respond(c, itemPage(c.get('language'), view))
  })
  routes.get(paths.papers, (c) => {
    const asked = c.req.query(queryNames.dossier)
    const dossier = parliament.dossiers.find(({ id }) => id === asked)?.id
    return respond(c, papersPage(c.get('language'), parliament, dossier))
  })
  routes.get('/kennis/kamer/stukken/:id', (c) => {
    const paper = parliament.findPaper(c.req.param('id')) ?? refuse('not-found', 'no-such-page')
    return respond(c, paperPage(c.get('language'), { parliament, knowledge, paper }))
  })
  return routes
}
