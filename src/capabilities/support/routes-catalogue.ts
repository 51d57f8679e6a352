import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import type { Catalogue } from './catalogue.ts'
import { criteriaFrom } from './find-query.ts'
import { cataloguePage } from './page-catalogue.ts'
import { interventionPage } from './page-intervention.ts'
import { publicOffersPage } from './pages-public-offers.ts'
import { paths } from './paths.ts'
import type { PublishedOffers } from './published-offers.ts'

type Parts = {
  readonly respond: Respond
  readonly knowledge: Knowledge
  readonly catalogue: Catalogue
  readonly published: PublishedOffers
}

/** Public pages: nobody signs in to read what may help a child. */
export function catalogueRoutes({ respond, knowledge, catalogue, published }: Parts) {
  const app = new Hono<HouseEnv>()

  app.get(paths.catalogue, async (c) => {
    const offered = await published.offered()
    const criteria = criteriaFrom((name) => c.req.query(name), catalogue, offered)
    const view = {
      catalogue,
      offered,
      criteria,
      action: paths.catalogue,
      toOne: paths.intervention,
    }
    return respond(c, cataloguePage(c.get('language'), knowledge, view))
  })

  app.get(paths.publicOffers, async (c) => {
    const { municipalities } = await published.offered()
    const asked = c.req.query('gemeente')
    const chosen = municipalities.find((name) => name === asked)
    const { offers, more } = await published.list(chosen)
    const view = { catalogue, municipalities, chosen, offers, more }
    return respond(c, publicOffersPage(c.get('language'), view))
  })

  app.get('/kennis/hulp/:id', async (c) => {
    const intervention = catalogue.find(c.req.param('id')) ?? refuse('not-found', 'no-such-page')
    const offers = await published.of(intervention.id)
    const view = { knowledge, catalogue, intervention, offers }
    return respond(c, interventionPage(c.get('language'), view))
  })

  return app
}
