import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { noOrganisation } from '#platform/actor.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { questionnaireOf } from './get-wave.ts'
import type { Surveys } from './load-surveys.ts'
import { questionnairePage } from './page-questionnaire.ts'
import { researchPage } from './page-research.ts'
import { publishedPage } from './page-results.ts'
import { paths } from './paths.ts'
import { readPublished, readPublishedResults } from './publish-results.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly surveys: Surveys
  readonly knowledge: Knowledge
  readonly respond: Respond
}

const nobody = { kind: 'system', name: 'survey', organisationId: noOrganisation } as const

/** Public pages: nobody signs in to read what schools are asked and what was published. */
export function researchRoutes({
  surveys,
  knowledge,
  respond,
  inTransaction,
}: Parts): Hono<HouseEnv> {
  const routes = new Hono<HouseEnv>()
  const ask = <T>(c: HouseContext, verb: (work: Work) => Promise<T>) =>
    inTransaction(nobody, 'ask-schools', verb, c.get('requestId'))
  routes.get(paths.research, async (c) => {
    const published = await ask(c, readPublished)
    return respond(c, researchPage(c.get('language'), { surveys, knowledge, published }))
  })
  routes.get('/kennis/onderzoek/uitkomsten/:id', async (c) => {
    const { told, ...survey } = await ask(c, (work) => readPublishedResults(work, idIn(c)))
    const questionnaire = questionnaireOf(surveys, told)
    const view = { surveys, knowledge, questionnaire, told, survey }
    return respond(c, publishedPage(c.get('language'), view))
  })
  routes.get('/kennis/onderzoek/vragenlijst/:name', (c) => {
    const questionnaire = surveys.find(c.req.param('name')) ?? refuse('not-found', 'no-such-page')
    return respond(c, questionnairePage(c.get('language'), { surveys, knowledge, questionnaire }))
  })
  return routes
}
