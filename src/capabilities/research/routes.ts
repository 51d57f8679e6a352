import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import type { Surveys } from './load-surveys.ts'
import { questionnairePage } from './page-questionnaire.ts'
import { researchPage } from './page-research.ts'
import { paths } from './paths.ts'

type Parts = {
  readonly surveys: Surveys
  readonly knowledge: Knowledge
  readonly respond: Respond
}

/** Public pages: nobody signs in to read what schools are asked and what was published. */
export function researchRoutes({ surveys, knowledge, respond }: Parts): Hono<HouseEnv> {
  const routes = new Hono<HouseEnv>()
  routes.get(paths.research, (c) =>
    respond(c, researchPage(c.get('language'), { surveys, knowledge })),
  )
  routes.get('/kennis/onderzoek/vragenlijst/:name', (c) => {
    const questionnaire = surveys.find(c.req.param('name')) ?? refuse('not-found', 'no-such-page')
    return respond(c, questionnairePage(c.get('language'), { surveys, knowledge, questionnaire }))
  })
  return routes
}
