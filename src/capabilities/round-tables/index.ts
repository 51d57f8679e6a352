import type { Hono } from 'hono'
import type { CaseDesk, CasePanel, DemoRegion } from '#capabilities/cases/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { FactSource, MessageHandler, Occasion, Waiting } from '#capabilities/sharing/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Job } from '#platform/jobs.ts'
import type { Language } from '#platform/language.ts'
import type { MakeRound } from '#platform/round.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { tablePanel } from './case-panel.ts'
import { endTablesRound } from './end-tables-in-time.ts'
import { tableSource } from './fact-source.ts'
import { tableHandlers } from './handlers.ts'
import { loadDemoTable } from './load-demo-table.ts'
import { tableOccasion } from './occasion.ts'
import { type RouteParts, tableRoutes } from './routes.ts'
import { tablesThatWait } from './what-waits.ts'

export { forgetRoundTables } from './forget-tables.ts'
export { tableNavigation } from './navigation.ts'

type Parts = Pick<RouteParts, 'respond' | 'roleName' | 'kindName' | 'clock' | 'requireStepUp'> & {
  readonly inTransaction: InTransaction
  readonly law: Law
  readonly cases: CaseDesk
  readonly makeRound: MakeRound
  /** put around the work of every act on a page here, and of what ends by itself */
  readonly everyAct?: (work: Work) => Work
}

export type RoundTablesPart = {
  readonly routes: Hono<HouseEnv>
  /** what waits for who reads, by day */
  whatWaits(work: Work, language: Language): Promise<readonly Waiting[]>
  /** what stands about round tables on the page of a case */
  readonly panel: CasePanel
  /** ending what had its time */
  readonly jobs: readonly Job[]
  /** what was written for a table, and the table at which it is brought: for deliveries */
  readonly source: FactSource
  readonly occasion: Occasion
  /** for the channel */
  readonly handlers: readonly MessageHandler[]
  /** One invented table that is planned; answers which. Loading again changes nothing. */
  loadDemo(region: DemoRegion, carry: () => Promise<void>): Promise<string | undefined>
}

/** Organisations around one question, each with rows of its own. */
export function openRoundTables({ cases, law, inTransaction, ...parts }: Parts): RoundTablesPart {
  const { keyring, tell, colleagues, namesOf } = cases
  const desk = { keyring, tell, colleagues, namesOf, cases, law }
  const { everyAct = (work) => work } = parts
  const heard: InTransaction = (actor, purpose, verb, requestId) =>
    inTransaction(actor, purpose, (work) => verb(everyAct(work)), requestId)
  return {
    routes: tableRoutes({ ...parts, inTransaction: heard, desk }),
    whatWaits: (work, language) => tablesThatWait(work, desk, language),
    panel: tablePanel(desk),
    jobs: [parts.makeRound(endTablesRound({ keyring }, everyAct))],
    source: tableSource(desk),
    occasion: tableOccasion(),
    handlers: tableHandlers(desk),
    loadDemo: (region, carry) => loadDemoTable({ ...region, carry, desk, inTransaction }),
  }
}
