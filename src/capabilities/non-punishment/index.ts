import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { AnswerForm, FactSource, Intake, MessageHandler } from '#capabilities/sharing/index.ts'
import type { Assets } from '#design/assets.ts'
import { withoutAir } from '#design/stylesheet.ts'
import type { CountSource } from '#platform/count-source.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { assessmentForm } from './assessment-form.ts'
import { routeCounts } from './count-decided.ts'
import { type DossierDesk, formsToName } from './desk.ts'
import { dossierIntake, dossierSource } from './facts-of-dossier.ts'
import { loadDemoAssessment } from './load-demo-assessment.ts'
import { loadDemoDossier } from './load-demo-dossier.ts'
import { assessmentHandler } from './receive-assessment.ts'
import type { RouteParts } from './route-parts.ts'
import { punishmentRoutes } from './routes.ts'
import { loadWorksheet } from './worksheet-pack.ts'

export { dossierNavigation } from './navigation.ts'
export { checkWorksheet } from './worksheet-pack.ts'

type Parts = Omit<RouteParts, 'desk' | 'style'> &
  Pick<DossierDesk, 'keyring' | 'namesOf' | 'colleagues' | 'tell'> & {
    readonly assets: Assets
    readonly law: Law
    readonly knowledge: Knowledge
    readonly knowledgeFolder: string
  }

export type NonPunishment = {
  /** the dossiers of a prosecutor */
  readonly routes: Hono<HouseEnv>
  /** a dossier as a file to share facts from, and one to take received facts into */
  readonly source: FactSource
  readonly intake: Intake
  /** what may be counted of the decisions of the office */
  readonly counts: CountSource
  /** of assessments that come over the channel, and the form in which somebody gives one */
  readonly handlers: readonly MessageHandler[]
  readonly answer: AnswerForm
  /** An invented dossier, half-way; answers which. Loading again changes nothing. */
  loadDemo(
    region: Pick<Parameters<typeof loadDemoDossier>[0], 'demoId' | 'actorOf'>,
  ): Promise<string>
  /** An invented expert answers what was asked of them, once; answers the delivery. */
  loadDemoAssessment(
    region: Pick<Parameters<typeof loadDemoAssessment>[0], 'actorOf' | 'carry'>,
  ): Promise<string | undefined>
}

/** The dossier in which a prosecutor looks before punishing. */
export function openNonPunishment(parts: Parts): NonPunishment {
  const { assets, law, keyring, namesOf, colleagues, tell, knowledgeFolder } = parts
  const { routes, sepot } = law
  const desk: DossierDesk = {
    keyring,
    namesOf,
    colleagues,
    tell,
    routes,
    sepot,
    forms: formsToName(parts.knowledge),
    ...loadWorksheet(knowledgeFolder),
  }
  const css = withoutAir(readFileSync(new URL('dossiers.css', import.meta.url), 'utf8'))
  const style = assets.add('dossiers.css', 'text/css; charset=utf-8', css)
  const { inTransaction } = parts
  const answer = assessmentForm({ worksheet: desk.worksheet, law, style })
  return {
    routes: punishmentRoutes({ ...parts, desk, style }),
    source: dossierSource(desk),
    intake: dossierIntake(desk),
    counts: routeCounts(desk),
    handlers: [assessmentHandler(desk)],
    answer,
    loadDemo: ({ demoId, actorOf }) => loadDemoDossier({ desk, inTransaction, demoId, actorOf }),
    loadDemoAssessment: ({ actorOf, carry }) =>
      loadDemoAssessment({ desk, inTransaction, form: answer, actorOf, carry }),
  }
}
