import type { Hono } from 'hono'
import { loadDaysOff, schoolCalendarOf } from '#capabilities/calendar/index.ts'
import type { CasePanel, DemoRegion, TaskPanel } from '#capabilities/cases/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { protocolPanel, protocolTaskPanel } from './case-panel.ts'
import type { ProtocolDesk } from './desk.ts'
import { loadDemoProtocol } from './load-demo-protocol.ts'
import { loadProtocols } from './read-protocols.ts'
import { allRoutes, type RouteParts } from './routes.ts'

export { protocolFindings } from './check-file.ts'
export { protocolNavigation } from './navigation.ts'
export { checkProtocols } from './read-protocols.ts'

export type Protocols = {
  /** the protocol of the school, its editions, its runs in cases, and drills */
  readonly routes: Hono<HouseEnv>
  /** what stands on the page of a case */
  readonly panel: CasePanel
  /** what stands at a task that a step gave */
  readonly taskPanel: TaskPanel
  /** An invented school's edition, and how far it came in a case; answers the run. Again changes nothing. */
  loadDemo(region: DemoRegion): Promise<string | undefined>
}

type Parts = Omit<RouteParts, 'desk'> &
  Omit<ProtocolDesk, 'protocols' | 'workingDays'> & { readonly knowledgeFolder: string }

/** Throws when a pack in knowledge/protocols is not what it should be. */
export function openProtocols({ knowledgeFolder, ...parts }: Parts): Protocols {
  const desk: ProtocolDesk = {
    ...parts,
    protocols: loadProtocols(knowledgeFolder, parts.knowledge),
    workingDays: schoolCalendarOf(loadDaysOff(knowledgeFolder), []),
  }
  return {
    routes: allRoutes({ ...parts, desk }),
    panel: protocolPanel(desk),
    taskPanel: protocolTaskPanel(desk),
    loadDemo: (region) => loadDemoProtocol({ ...region, desk, inTransaction: parts.inTransaction }),
  }
}
