import type { Hono } from 'hono'
import type { CaseDesk, CasePanel, DemoRegion } from '#capabilities/cases/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { KindNamer, MessageHandler, Occasion, Waiting } from '#capabilities/sharing/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { Language } from '#platform/language.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { advicePanel } from './case-panel.ts'
import { type Carry, loadDemoAdvice } from './load-demo-advice.ts'
import { adviceOccasion } from './occasion.ts'
import { adviceHandlers } from './receive-advice.ts'
import { adviceRoutes } from './routes.ts'
import { adviceThatWaits } from './what-waits.ts'

export { coordinating, holdsOneOf, workingWithOthers } from './access.ts'
export { forgetAdvice } from './forget-advice.ts'
export { seenIn } from './forms.ts'
export { type LookFirst, lookFirst } from './look-first.ts'
export { adviceNavigation } from './navigation.ts'
export { lookAlert, lookField } from './page-look.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly knowledge: Knowledge
  readonly cases: CaseDesk
  readonly kindName: KindNamer
}

export type AdvicePart = {
  readonly routes: Hono<HouseEnv>
  /** what waits for who reads, by day */
  whatWaits(work: Work, language: Language): Promise<readonly Waiting[]>
  /** an answered question, after which something is delivered */
  readonly occasion: Occasion
  /** what stands about advice on the page of a case */
  readonly panel: CasePanel
  /** for the channel */
  readonly handlers: readonly MessageHandler[]
  /** One invented question with its answer; answers which. Loading again changes nothing. */
  loadDemo(region: DemoRegion, carry: Carry): Promise<string | undefined>
}

/** Questions to another organisation, without the young person. */
export function openAdvice({ cases, inTransaction, ...parts }: Parts): AdvicePart {
  const { keyring, tell, colleagues, namesOf } = cases
  const desk = { keyring, tell, colleagues, namesOf, cases }
  return {
    routes: adviceRoutes({ ...parts, inTransaction, desk }),
    whatWaits: (work, language) => adviceThatWaits(work, desk, language),
    occasion: adviceOccasion(),
    panel: advicePanel(desk),
    handlers: adviceHandlers(desk),
    loadDemo: (region, carry) => loadDemoAdvice({ ...region, carry, desk, inTransaction }),
  }
}
