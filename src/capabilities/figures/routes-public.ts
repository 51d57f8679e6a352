import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { KindNamer } from '#capabilities/sharing/index.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import type { Definitions } from './load-definitions.ts'
import { figurePage, noFigurePage } from './page-figure.ts'
import { figuresPage } from './page-figures.ts'
import { paths } from './paths.ts'
import { periodFrom } from './period.ts'
import type { PublishedFigures, Told } from './published-figures.ts'

export type PublicParts = {
  readonly definitions: Definitions
  readonly published: PublishedFigures
  readonly knowledge: Knowledge
  readonly kindName: KindNamer
  readonly respond: Respond
  readonly clock: Clock
}

/** Public pages: nobody signs in to read a national figure, or to check it. */
export function publicRoutes({ published, respond, clock, ...parts }: PublicParts) {
  const routes = new Hono<HouseEnv>()
  const view = () => ({ ...parts, today: dutchDay(clock()) })
  const noPage = () => refuse('not-found', 'no-such-page')

  const findPeriod = async (c: HouseContext) => {
    const definition = parts.definitions.find(c.req.param('definition') ?? '') ?? noPage()
    const { code } = periodFrom(c.req.param('period') ?? '') ?? noPage()
    const found = (await published.find(definition.id, code)) ?? noPage()
    return { definition, found }
  }
  const findEdition = async (c: HouseContext) => {
    const { found } = await findPeriod(c)
    const number = c.req.param('edition')
    const told: Told =
      found.told.find(({ edition }) => edition.edition.toString() === number) ?? noPage()
    return { found, told }
  }

  routes.get(paths.figures, async (c) => {
    const overview = await published.overview()
    return respond(c, figuresPage(c.get('language'), { ...view(), overview }))
  })

  routes.get('/kennis/cijfers/:definition/:period', async (c) => {
    const { definition, found } = await findPeriod(c)
    const told = found.told.at(-1)
    return told
      ? respond(c, figurePage(c.get('language'), { ...view(), found, told }))
      : respond(c, noFigurePage(c.get('language'), { ...view(), definition, found }))
  })

  routes.get('/kennis/cijfers/:definition/:period/:edition', async (c) =>
    respond(c, figurePage(c.get('language'), { ...view(), ...(await findEdition(c)) })),
  )

  // The very text over which the hash was taken.
  routes.get('/kennis/cijfers/:definition/:period/:edition/bewijs', async (c) => {
    const { told } = await findEdition(c)
    const { definition, period, edition } = told.edition
    const name = `${definition.id}-${period.code}-${edition}.json`
    return c.body(told.content, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  return routes
}
