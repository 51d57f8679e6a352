import type { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { registerForLetters } from './for-letters.ts'
import { type DemoActors, loadDemoActions } from './load-demo-actions.ts'
import { loadParliament } from './load-parliament.ts'
import { paths } from './paths.ts'
import { parliamentRoutes } from './routes.ts'
import { actionRoutes } from './routes-actions.ts'

export { checkParliament } from './check-parliament.ts'
export { accountabilityNavigation } from './navigation.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly knowledgeFolder: string
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

export type Accountability = {
  /** the papers of Parliament for everybody, and the register of a ministry */
  readonly routes: Hono<HouseEnv>
  /** what a letter to Parliament shows of the register */
  readonly forLetters: ReturnType<typeof registerForLetters>
  /** which dossiers stand in it, and where the page of a paper is, without the language */
  readonly register: {
    readonly dossiers: readonly string[]
    readonly paperPath: (reference: string) => string | undefined
  }
  /** Invented actions of an invented ministry. Loading again changes nothing. */
  loadDemo(region: DemoActors): Promise<undefined>
}

/** What Parliament asked and was promised, and what a ministry does about it. */
export function openAccountability(parts: Parts): Accountability {
  const parliament = loadParliament(parts.knowledgeFolder)
  const { inTransaction } = parts
  return {
    routes: parliamentRoutes({ ...parts, parliament }).route(
      '/',
      actionRoutes({ ...parts, parliament }),
    ),
    forLetters: registerForLetters(parliament),
    register: {
      dossiers: parliament.dossiers.map(({ id }) => id),
      paperPath(reference) {
        const paper = parliament.findPaper(reference)
        return paper && paths.paper(paper.id)
      },
    },
    async loadDemo({ actorOf }) {
      await loadDemoActions({ actorOf, inTransaction })
      return undefined
    },
  }
}
