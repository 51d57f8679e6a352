import type { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { loadNames } from '#capabilities/papers/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { openUploadsFor } from '#platform/upload/receive-upload.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { addFoundItem } from './add-found-item.ts'
import { registerForLetters } from './for-letters.ts'
import { knownHere } from './known-here.ts'
import { type DemoActors, loadDemoActions } from './load-demo-actions.ts'
import { loadParliament } from './load-parliament.ts'
import type { WhatWaits } from './page-actions.ts'
import { registerPaths } from './register-paths.ts'
import { parliamentRoutes } from './routes.ts'
import { actionRoutes } from './routes-actions.ts'
import { exportRoutes } from './routes-export.ts'
import { ownItemRoutes } from './routes-own-items.ts'
import { ownPaperRoutes } from './routes-own-papers.ts'

export { checkParliament } from './check-parliament.ts'
export { accountabilityNavigation } from './navigation.ts'
export { paperUploads } from './routes-own-papers.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly knowledgeFolder: string
  /** reverse proxies in front of the server */
  readonly proxies: number
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
  readonly whatWaits: WhatWaits
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

export type Accountability = {
  /** the papers of Parliament for everybody, and the register of a ministry */
  readonly routes: Hono<HouseEnv>
  /** what a letter to Parliament shows of the register */
  readonly forLetters: ReturnType<typeof registerForLetters>
  /** which dossiers stand in it, where pages are (without the language), and putting in what was found elsewhere */
  readonly register: {
    readonly dossiers: readonly string[]
    readonly known: ReturnType<typeof knownHere>
    readonly addItem: typeof addFoundItem
    readonly itemPath: (id: string) => string
  }
  /** Invented actions of an invented ministry. Loading again changes nothing. */
  loadDemo(region: DemoActors): Promise<undefined>
}

/** Each paper that is read holds its bytes, and a thread: few at once. */
const places = { open: 2, waiting: 8 }

/** Whether it is a paper is for the reader to say. */
const asItIs = async ({ bytes }: { readonly bytes: Buffer }) =>
  ({ ok: true, file: new Uint8Array(bytes) }) as const

/** What Parliament asked and was promised, and what a ministry does about it. */
export function openAccountability(parts: Parts): Accountability {
  const parliament = loadParliament(parts.knowledgeFolder)
  const { inTransaction, proxies } = parts
  const names = loadNames(parts.knowledgeFolder)
  const receivePaper = openUploadsFor(asItIs, places, proxies)
  const register = { ...parts, parliament, names, receivePaper }
  return {
    forLetters: registerForLetters(parliament),
    register: {
      dossiers: parliament.dossiers.map(({ id }) => id),
      known: knownHere(parliament),
      addItem: addFoundItem,
      itemPath: registerPaths.item,
    },
    routes: parliamentRoutes({ ...parts, parliament })
      .route('/', actionRoutes({ ...parts, parliament }))
      .route('/', ownPaperRoutes(register))
      .route('/', ownItemRoutes(register))
      .route('/', exportRoutes(register)),
    async loadDemo({ actorOf }) {
      await loadDemoActions({ actorOf, inTransaction, names })
      return undefined
    },
  }
}
