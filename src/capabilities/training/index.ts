import type { Hono } from 'hono'
import type { MessageHandler } from '#capabilities/sharing/index.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Job } from '#platform/jobs.ts'
import type { MakeRound } from '#platform/round.ts'
import type { TrainingDesk } from './desk.ts'
import { filmAnswerHandler, filmRequestHandler, filmReturnHandler } from './film-handlers.ts'
import { loadDemoPractice } from './load-demo-practice.ts'
import { loadStories } from './load-stories.ts'
import { practiceRound } from './remind-to-practise.ts'
import { trainingRoutes } from './routes.ts'
import type { RouteParts } from './routes-reading.ts'

export { checkStories } from './check-stories.ts'
export { readerCounts } from './count-readers.ts'
export { forgetFilmRequests } from './film-store.ts'
export { trainingNavigation } from './navigation.ts'

type Parts = Omit<RouteParts, 'desk'> &
  Omit<TrainingDesk, 'practice'> & {
    readonly knowledgeFolder: string
    readonly makeRound: MakeRound
  }

export type Training = {
  /** the stories for everybody, what somebody practised, how far a team is */
  readonly routes: Hono<HouseEnv>
  readonly jobs: readonly Job[]
  /** asking for the film and answering, between organisations */
  readonly messages: readonly MessageHandler[]
  /** Some invented people read some stories, one asks for the film. Loading again changes nothing. */
  loadDemo(
    region: Pick<Parameters<typeof loadDemoPractice>[0], 'actorOf' | 'demoId'>,
  ): Promise<void>
}

/** Stories to practise with, and who read them. */
export function openTraining(parts: Parts): Training {
  const { keyring, tell, knowledge, knowledgeFolder } = parts
  const desk = { keyring, tell, practice: loadStories(knowledgeFolder, knowledge) }
  return {
    routes: trainingRoutes({ ...parts, desk }),
    jobs: [parts.makeRound(practiceRound(desk))],
    messages: filmMessages(desk),
    loadDemo: ({ actorOf, demoId }) =>
      loadDemoPractice({ inTransaction: parts.inTransaction, desk, actorOf, demoId }),
  }
}

/** What comes in about the film, on either side. */
const filmMessages = (desk: TrainingDesk): readonly MessageHandler[] => [
  filmRequestHandler(desk),
  filmAnswerHandler(desk),
  filmReturnHandler,
]
