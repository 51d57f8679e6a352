import type { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { LetterWay } from '#capabilities/post/index.ts'
import type { Clock } from '#platform/clock.ts'
import { deriveKey } from '#platform/crypto.ts'
import type { HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { shortLivedCookie } from '#platform/http/short-lived-cookie.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { MakeRound } from '#platform/round.ts'
import type { InTransaction } from '#platform/work.ts'
import { closeInTime } from './close-wave.ts'
import { type DemoActors, demoCodes, demoHalves, loadDemoWaves } from './load-demo-waves.ts'
import { loadSurveys } from './load-surveys.ts'
import { researchRoutes } from './routes.ts'
import { answeringRoutes, seat } from './routes-answering.ts'
import { waveRoutes } from './routes-waves.ts'
import { letterJob } from './send-letters.ts'
import type { SurveyDesk } from './survey-desk.ts'

type Parts = {
  readonly knowledge: Knowledge
  readonly knowledgeFolder: string
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly keyring: Keyring
  readonly clock: Clock
  readonly keyEncryptionKey: Buffer
  readonly cookieKey: Buffer
  readonly https: boolean
  readonly proxies: number
  readonly demo: boolean
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
  readonly makeRound: MakeRound
  readonly listOrganisations: () => Promise<readonly string[]>
  /** none when this server sends no mail */
  readonly letters: LetterWay | undefined
}

export type Research = {
  /** the questionnaires for everybody, the pages of a school with a code, and the waves of researchers */
  readonly routes: Hono<HouseEnv>
  /** brings letters away, and closes waves whose last day is over */
  readonly jobs: readonly Job[]
  /** Invented waves of an invented institute. Loading again changes nothing. */
  loadDemo(region: DemoActors): Promise<undefined>
}

/** In seconds: a questionnaire takes minutes, and a bell rings in between. */
const sitting = 4 * 60 * 60

/** The survey among schools. */
export function openResearch(parts: Parts): Research {
  const { knowledge, respond, inTransaction, keyring, clock, letters, listOrganisations } = parts
  const surveys = loadSurveys(parts.knowledgeFolder)
  const surveyKey = deriveKey(parts.keyEncryptionKey, 'survey')
  const desk: SurveyDesk = { surveys, keyring, surveyKey }
  const cookie = shortLivedCookie({
    ...{ name: 'survey', schema: seat, seconds: sitting, path: '/', pieces: 3 },
    ...{ key: parts.cookieKey, https: parts.https, clock },
  })
  const closing = parts.makeRound({
    ...{ name: 'survey-close', first: 120, every: 3600, by: 'survey', purpose: 'ask-schools' },
    portion: closeInTime,
  })
  const sending = letters
    ? [letterJob({ desk, inTransaction, way: letters, listOrganisations })]
    : []
  return {
    routes: researchRoutes({ surveys, knowledge, respond, inTransaction })
      .route(
        '/',
        answeringRoutes({ ...parts, desk, cookie, demoCodes: parts.demo ? demoCodes : [] }),
      )
      .route(
        '/',
        waveRoutes({
          ...{ ...parts, desk, canMail: letters !== undefined },
          demoHalves: parts.demo ? demoHalves : undefined,
        }),
      ),
    jobs: [...sending, closing],
    async loadDemo({ actorOf }) {
      await loadDemoWaves({ actorOf, inTransaction, desk })
      return undefined
    },
  }
}
