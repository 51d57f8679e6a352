import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { FactSource, Intake, MessageHandler } from '#capabilities/sharing/index.ts'
import type { Assets } from '#design/assets.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { signedInFirst } from '#platform/http/respond.ts'
import type { Job } from '#platform/jobs.ts'
import type { MakeRound } from '#platform/round.ts'
import type { ArrestDesk } from './desk.ts'
import { endFilesRound } from './end-in-time.ts'
import { factSource } from './fact-source.ts'
import { fileKinds } from './file.ts'
import { expertHandler } from './hear-expert.ts'
import { intake } from './intake.ts'
import { loadArrestKnowledge } from './load-arrest-knowledge.ts'
import { loadDemoArrests } from './load-demo-arrests.ts'
import { roots } from './paths.ts'
import type { RouteParts } from './route-parts.ts'
import { arrestRoutes } from './routes-arrests.ts'
import { fileRoutes } from './routes-files.ts'

export { arrestCounts } from './count-arrests.ts'
export { checkArrestKnowledge } from './load-arrest-knowledge.ts'
export { arrestNavigation } from './navigation.ts'

type Parts = Omit<RouteParts, 'desk' | 'style'> &
  Omit<ArrestDesk, 'lists' | 'instrument'> & {
    readonly assets: Assets
    readonly knowledgeFolder: string
    readonly makeRound: MakeRound
  }

type Region = Pick<Parameters<typeof loadDemoArrests>[0], 'demoId' | 'actorOf'>

export type Arrests = {
  /** arrests, their looks and numbers, and the files in which young people are protected */
  readonly routes: Hono<HouseEnv>
  /** what can be shared out of either kind of file, and taken into it */
  readonly sources: readonly FactSource[]
  readonly intakes: readonly Intake[]
  /** what the expert group answers */
  readonly handlers: readonly MessageHandler[]
  /** putting away what has no ground any more, and erasing it in time */
  readonly jobs: readonly Job[]
  /** Invented arrests; answers the first. Loading again changes nothing. */
  loadDemo(region: Region): Promise<string | undefined>
}

/** Minors who are arrested: the clocks, the look before anything else, and two files apart. */
export function openArrests({ assets, knowledgeFolder, makeRound, ...parts }: Parts): Arrests {
  const { knowledge, law, keyring, tell, namesOf, colleagues } = parts
  const own = loadArrestKnowledge(knowledgeFolder, { knowledge, findRule: law.findRule })
  const desk: ArrestDesk = { ...own, knowledge, law, keyring, tell, namesOf, colleagues }
  const css = readFileSync(new URL('arrests.css', import.meta.url))
  const style = assets.add('arrests.css', 'text/css; charset=utf-8', css)
  const all = { ...parts, desk, style }
  const routes = new Hono<HouseEnv>()
    .use(`${roots.arrest}/*`, signedInFirst)
    .use(`${roots.protection}/*`, signedInFirst)
    .route('/', arrestRoutes(all))
    .route('/', fileRoutes(all, 'arrest'))
    .route('/', fileRoutes(all, 'protection'))
  const { inTransaction } = parts
  const sources = fileKinds.map((kind) => factSource(desk, kind))
  return {
    routes,
    sources,
    intakes: fileKinds.map((kind) => intake(desk, kind)),
    handlers: [expertHandler(desk, sources)],
    jobs: [makeRound(endFilesRound(desk))],
    loadDemo: (region) => loadDemoArrests({ ...region, desk, inTransaction }),
  }
}
