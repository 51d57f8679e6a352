import type { Hono } from 'hono'
import type { CaseDesk, DemoRegion } from '#capabilities/cases/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { MessageHandler } from '#capabilities/sharing/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { InTransaction } from '#platform/work.ts'
import { loadDemoTable } from './load-demo-table.ts'
import { tableHandlers } from './receive-turns.ts'
import { type RouteParts, tableRoutes } from './routes.ts'

export { forgetRoundTables } from './forget-tables.ts'
export { tableNavigation } from './navigation.ts'

type Parts = Pick<RouteParts, 'respond' | 'roleName' | 'kindName' | 'clock' | 'requireStepUp'> & {
  readonly inTransaction: InTransaction
  readonly law: Law
  readonly cases: CaseDesk
}

export type RoundTablesPart = {
  readonly routes: Hono<HouseEnv>
  /** for the channel */
  readonly handlers: readonly MessageHandler[]
  /** One invented table that is planned; answers which. Loading again changes nothing. */
  loadDemo(region: DemoRegion, carry: () => Promise<void>): Promise<string | undefined>
}

/** Organisations around one question, each with rows of its own. */
export function openRoundTables({ cases, law, inTransaction, ...parts }: Parts): RoundTablesPart {
  const { keyring, tell, colleagues, namesOf } = cases
  const desk = { keyring, tell, colleagues, namesOf, cases, law }
  return {
    routes: tableRoutes({ ...parts, inTransaction, desk }),
    handlers: tableHandlers(desk),
    loadDemo: (region, carry) => loadDemoTable({ ...region, carry, desk, inTransaction }),
  }
}
