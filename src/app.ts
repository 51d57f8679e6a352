import { join } from 'node:path'
import type { Hono } from 'hono'
import {
  accountabilityNavigation,
  openAccountability,
  paperUploads,
} from '#capabilities/accountability/index.ts'
import { openAdvice } from '#capabilities/advice/index.ts'
import { arrestCounts, arrestNavigation, openArrests } from '#capabilities/arrests/index.ts'
import { calendarNavigation, openCalendar } from '#capabilities/calendar/index.ts'
import {
  type CaseDesk,
  type CasePanel,
  caseNavigation,
  countCasesLeft,
  documentUploads,
  handOverCases,
  openCases,
} from '#capabilities/cases/index.ts'
import {
  conversationPanel,
  conversationRoutes,
  keepToReadingPage,
} from '#capabilities/conversations/index.ts'
import { figuresNavigation, openFigures } from '#capabilities/figures/index.ts'
import {
  demoOrganisationIds,
  forYouNavigation,
  identityNavigation,
  kindName,
  listOrganisationIds,
  openIdentity,
  requireStepUp,
  roleName,
  roleNames,
} from '#capabilities/identity/index.ts'
import {
  intervisionCounts,
  intervisionNavigation,
  openIntervision,
} from '#capabilities/intervision/index.ts'
import {
  knowledgeNavigation,
  knowledgeRoutes,
  loadKnowledge,
} from '#capabilities/knowledge/index.ts'
import { lawRoutes, loadLaw } from '#capabilities/law/index.ts'
import { letterNavigation, openLetters, whatWaits } from '#capabilities/letters/index.ts'
import { dossierNavigation, openNonPunishment } from '#capabilities/non-punishment/index.ts'
import {
  feedSettingNavigation,
  foundNavigation,
  openParliamentFeed,
  readAlongJob,
} from '#capabilities/parliament-feed/index.ts'
import {
  heardByPrograms,
  largerBodies,
  openPartners,
  programNavigation,
  tellingPrograms,
  tellJob,
  tellOfRecall,
  waysToOthers,
} from '#capabilities/partners/index.ts'
import { openPostOffice, postJob } from '#capabilities/post/index.ts'
import { openPrivacy } from '#capabilities/privacy/index.ts'
import { openProtocols, protocolNavigation } from '#capabilities/protocols/index.ts'
import {
  addRecognitionAssets,
  loadLexicon,
  prepareLexicon,
  recognitionRoutes,
} from '#capabilities/recognition/index.ts'
import {
  listUploads,
  openResearch,
  researchNavigation,
  unloggedAnswers,
} from '#capabilities/research/index.ts'
import { openRoundTables } from '#capabilities/round-tables/index.ts'
import { carryJob, openSharing } from '#capabilities/sharing/index.ts'
import {
  addRecordAssets,
  countLeftBehind,
  handOver,
  loadFirstLook,
  signalCounts,
  signalNavigation,
  signalRoutes,
} from '#capabilities/signals/index.ts'
import { openSupport, supportNavigation } from '#capabilities/support/index.ts'
import {
  BrokenTrail,
  checkpointFolder,
  startSealing,
  trailSigner,
  writeTrailEntries,
} from '#capabilities/trail/index.ts'
import { openTraining, readerCounts, trainingNavigation } from '#capabilities/training/index.ts'
import { togetherNavigation, togetherRoutes } from '#capabilities/working-together/index.ts'
import { designAssets } from '#design/design-assets.ts'
import { styleSheetPage } from '#design/style-sheet/style-sheet.ts'
import { noOrganisation } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { deriveKey } from '#platform/crypto.ts'
import type { Pool } from '#platform/database.ts'
import { house } from '#platform/http/house.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { operatorRoutes } from '#platform/http/operator-routes.ts'
import { contextMaker, type Navigation, responder, whoIsSignedIn } from '#platform/http/respond.ts'
import { serveAssets } from '#platform/http/serve-assets.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
import { startJobs } from '#platform/jobs.ts'
import { openKeyring } from '#platform/keyring.ts'
import type { Keys } from '#platform/keys-on-disk.ts'
import { type Log, loggable } from '#platform/log.ts'
import { tell } from '#platform/outbox.ts'
import { openPdfMaker } from '#platform/pdf/make-pdf.ts'
import type { fetchFrom } from '#platform/public-fetch.ts'
import { roundMaker } from '#platform/round.ts'
import { openUploads } from '#platform/upload/receive-upload.ts'
import { type InTransaction, workMaker } from '#platform/work.ts'
import { openDemo } from './demo.ts'

export type App = {
  readonly routes: Hono<HouseEnv>
  readonly inTransaction: InTransaction
  /** Ends early when the program closes meanwhile; the next time it goes on from there. */
  loadDemoRegion(): Promise<void>
  /** Ends what people keep open, so that a server that stops waits for nobody. */
  endStreams(): void
  close(): Promise<void>
}

type Parts = {
  config: Config
  pool: Pool
  keys: Keys
  clock: Clock
  log: Log
  /** for tests: how this server goes to other servers, instead of over the network */
  reach?: ReturnType<typeof fetchFrom>
}

/** The menu of somebody who is signed in: own work first, then what everybody may read. */
const navigation: Navigation = (actor, language) => {
  const { day, cases } = caseNavigation(actor, language)
  const own = [
    ...day,
    ...signalNavigation(actor, language),
    ...cases,
    ...intervisionNavigation(actor, language),
    ...protocolNavigation(actor, language),
    ...dossierNavigation(actor, language),
    ...supportNavigation(actor, language),
    ...arrestNavigation(actor, language),
    ...accountabilityNavigation(actor, language),
    ...letterNavigation(actor, language),
    ...foundNavigation(actor, language),
    ...researchNavigation(actor, language),
    ...figuresNavigation(actor, language),
    ...togetherNavigation(actor, language),
    ...calendarNavigation(actor, language),
    ...identityNavigation(actor, language),
    ...programNavigation(actor, language),
    ...feedSettingNavigation(actor, language),
  ]
  const begin = own.length > 0 ? own : [forYouNavigation(language)]
  return [...begin, trainingNavigation(language), knowledgeNavigation(language)]
}

/** What search engines may show: nobody signs in here. */
const publicPlaces = [
  '/',
  '/verken',
  '/onder-druk',
  '/kennis',
  '/oefenen',
  '/voor-programmas',
  '/privacy',
  '/toegankelijkheid',
  '/broncode',
]

/** The table of contents: what there is, what it needs, and where it is mounted. */
export function openApp({ config, pool, keys, clock, log, reach }: Parts): App {
  const inTransaction = workMaker({
    pool,
    clock,
    writeTrail: writeTrailEntries,
    entriesKept: (organisation) => {
      sealing.wake(organisation)
      jobs.wake(postJob)
      jobs.wake(carryJob)
      jobs.wake(tellJob)
    },
    effectFailed: (error) => log.error(loggable(error as Error), 'failed after a commit'),
  })
  const sealing = startSealing({
    inTransaction,
    signer: trailSigner(keys.trailKey),
    kept: checkpointFolder(join(config.dataFolder, 'checkpoints')),
    failed: (error, organisation) =>
      log.error(
        {
          organisation,
          ...loggable(error as Error),
          // Tells only numbers of entries and organisations, and people must look at it.
          ...(error instanceof BrokenTrail ? { broken: error.message } : {}),
        },
        'sealing failed',
      ),
  })
  const keyring = openKeyring(keys.keyEncryptionKey)
  const https = config.origin?.startsWith('https:') ?? false
  const cookie = sessionCookie(https)
  const cookieKey = deriveKey(keys.keyEncryptionKey, 'cookies')
  const assets = designAssets()
  const { demo, origin, proxies } = config
  const story = openDemo()
  const around = { assets, demo, ...(demo ? { demoStep: story.step } : {}), roleNames, navigation }
  const respond = responder(around)

  const knowledge = loadKnowledge(config.knowledgeFolder)
  const lexiconFolder = join(config.knowledgeFolder, 'recognition')
  const lexicons = { nl: loadLexicon('nl', lexiconFolder), en: loadLexicon('en', lexiconFolder) }
  const recogniser = prepareLexicon(lexicons.nl, lexicons.en)
  const explore = addRecognitionAssets(assets, { knowledge, lexicons })
  const record = addRecordAssets(assets, knowledge, explore.lexicons)
  const spine = { pool, inTransaction, keyring, clock, config, respond, cookie, assets }
  const identity = openIdentity({
    ...spine,
    cookieKey,
    storyPlaces: story.places,
    openWork: {
      async count(work, leaving) {
        const signals = await countLeftBehind(work, leaving)
        const cases = await countCasesLeft(work, leaving)
        return { signals, cases }
      },
      async handOver(work, leaving) {
        await handOver(work, leaving)
        await handOverCases(work, { tell }, leaving)
      },
    },
  })
  const { colleaguesWithRole: colleagues, mailAddressesOf, namesOf } = identity
  const demoOrganisations = demo ? demoOrganisationIds() : []
  const post = openPostOffice({ ...spine, mailAddressesOf, namesOf, demoOrganisations, log })
  const { knowledgeFolder } = config
  const law = loadLaw(knowledgeFolder)
  const calendar = openCalendar({ ...spine, knowledgeFolder })
  const { schoolCalendar } = calendar
  const recording = {
    keyring,
    knowledge,
    firstLook: loadFirstLook(knowledgeFolder),
    schoolCalendar,
    tell,
    colleagues,
    namesOf,
  }
  const desk: CaseDesk = { keyring, recording, tell, colleagues, namesOf }
  const protocols = openProtocols({
    ...spine,
    knowledgeFolder,
    knowledge,
    schoolCalendar,
    colleagues,
    namesOf,
    cases: desk,
  })
  const support = openSupport({ ...spine, knowledge, knowledgeFolder, cases: desk })
  const intervision = openIntervision({
    ...spine,
    desk: { keyring, knowledge, colleagues, namesOf, tell, cases: desk },
    stillSignedIn: identity.stillSignedIn,
    failed: (error) => log.error(loggable(error as Error), 'live updates failed'),
  })
  const advice = openAdvice({ ...spine, knowledge, cases: desk, kindName })
  const talks = { cases: desk, knowledge }
  const nobody = { kind: 'system', name: 'reminders', organisationId: noOrganisation } as const
  const listOrganisations = () =>
    inTransaction(nobody, 'maintenance', (work) => listOrganisationIds(work))
  const makeRound = roundMaker({
    inTransaction,
    listOrganisations,
    failed: (error, organisation, job) =>
      log.error({ organisation, job, ...loggable(error as Error) }, 'job failed'),
  })
  const arrests = openArrests({
    makeRound,
    ...spine,
    knowledge,
    knowledgeFolder,
    law,
    tell,
    namesOf,
    colleagues,
    requireStepUp,
  })
  const roundTables = openRoundTables({
    ...{ ...spine, law, cases: desk, roleName, kindName, requireStepUp, makeRound },
    everyAct: heardByPrograms,
  })
  const training = openTraining({ ...spine, knowledge, knowledgeFolder, tell, makeRound })
  const { keyEncryptionKey } = keys
  const pdf = openPdfMaker()
  const nonPunishment = openNonPunishment({
    ...spine,
    knowledgeFolder,
    knowledge,
    law,
    colleagues,
    namesOf,
    tell,
    requireStepUp,
    makePdf: pdf.makePdf,
  })
  const figures = openFigures({
    ...{ ...spine, knowledge, knowledgeFolder, kindName, requireStepUp, makeRound },
    sources: [
      ...signalCounts(knowledge),
      intervisionCounts,
      support.counts,
      arrestCounts,
      nonPunishment.counts,
      readerCounts,
    ],
  })
  const accountability = openAccountability({
    ...spine,
    ...{ knowledge, knowledgeFolder, namesOf, proxies, requireStepUp, whatWaits },
  })
  const letters = openLetters({
    ...{ ...spine, namesOf, colleagues, tell, requireStepUp },
    makePdf: pdf.makePdf,
    register: accountability.forLetters,
    figures: figures.source,
  })
  const sharing = openSharing({
    ...spine,
    wayTo: waysToOthers({ ...spine, keyEncryptionKey, reach }),
    law,
    cases: desk,
    ...{ roleName, kindName },
    requireStepUp,
    makeRound,
    handlers: [
      ...advice.handlers,
      ...arrests.handlers,
      ...roundTables.handlers,
      ...training.messages,
      ...nonPunishment.handlers,
      ...figures.handlers,
      ...letters.handlers,
    ],
    everyHandler: tellingPrograms,
    everyAct: heardByPrograms,
    sources: [...arrests.sources, nonPunishment.source, roundTables.source],
    intakes: [...arrests.intakes, nonPunishment.intake],
    occasions: [roundTables.occasion, advice.occasion],
    answers: [nonPunishment.answer],
    heardOfBrought: tellOfRecall,
    failed: (error, about) =>
      log.error({ ...about, ...loggable(error as Error) }, 'delivery failed'),
  })
  /** What stands on the page of a case besides what is its own, in this order. */
  const panels: CasePanel[] = [
    protocols.panel,
    intervision.panel,
    conversationPanel(talks),
    support.panel,
    advice.panel,
    roundTables.panel,
    sharing.panel,
  ]
  const cases = openCases({
    ...spine,
    desk,
    panels,
    taskPanels: [protocols.taskPanel],
    roleName,
    requireStepUp,
    receiveUpload: openUploads(proxies),
    makePdf: pdf.makePdf,
    proxies,
    makeRound,
  })
  const { receiving, desk: sharingDesk } = sharing
  const partners = openPartners({
    ...spine,
    ...{ requireStepUp, keyEncryptionKey, receiving, reach },
    desk: sharingDesk,
    failed: (error, organisation) =>
      log.error({ organisation, ...loggable(error as Error) }, 'telling failed'),
  })
  const parliamentFeed = openParliamentFeed({
    ...{ ...spine, requireStepUp, register: accountability.register },
    listMinistries: (work) => listOrganisationIds(work, 'ministry'),
    wake: () => jobs.wake(readAlongJob),
    failed: (error, organisation) =>
      log.error({ organisation, ...loggable(error as Error) }, 'reading along failed'),
  })
  const research = openResearch({
    ...{
      ...spine,
      ...config,
      knowledge,
      keyEncryptionKey,
      cookieKey,
      https,
      requireStepUp,
      makeRound,
    },
    listOrganisations,
    letters: post.letters,
  })
  const privacy = openPrivacy({ inTransaction, respond, config })
  const jobs = startJobs({
    jobs: [
      ...post.jobs,
      ...sharing.jobs,
      ...roundTables.jobs,
      ...partners.jobs,
      ...parliamentFeed.jobs,
      ...privacy.jobs,
      ...cases.jobs,
      ...arrests.jobs,
      ...training.jobs,
      ...research.jobs,
      ...figures.jobs,
    ],
    failed: (error, job) => log.error({ job, ...loggable(error as Error) }, 'job failed'),
  })

  const { findSession } = identity
  const uploads = [documentUploads, listUploads, paperUploads]
  const larger = largerBodies
  const unlogged = [unloggedAnswers]
  const routes = house({
    ...{ origin, proxies, respond, findSession, cookie, log },
    ...{ uploads, larger, unlogged },
  })
  routes.use(keepToReadingPage(https))
  routes.get('/assets/*', serveAssets(assets))
  const ask = (path: string) => routes.request(path)
  routes.route(
    '/',
    recognitionRoutes({ respond, knowledge, recogniser, explore, assets, proxies, ask }),
  )
  routes.route('/', knowledgeRoutes(knowledge, respond, assets))
  routes.route('/', lawRoutes({ law, knowledge, respond, clock, roleName }))
  routes.route('/', research.routes)
  routes.route('/', accountability.routes)
  routes.route('/', letters.routes)
  routes.route('/', parliamentFeed.routes)
  routes.route('/', figures.routes)
  routes.route('/', privacy.routes)
  routes.route('/', operatorRoutes({ pool, clock, config, publicPlaces }))
  routes.route('/', identity.routes)
  routes.route('/', calendar.routes)
  routes.route('/', post.routes)
  routes.route(
    '/',
    signalRoutes({ recording, recogniser, inTransaction, respond, clock, assets: record }),
  )
  routes.route('/', cases.routes)
  routes.route('/', conversationRoutes({ ...spine, desk: talks, https }))
  routes.route('/', intervision.routes)
  routes.route('/', protocols.routes)
  routes.route('/', support.routes)
  routes.route('/', sharing.routes)
  routes.route('/', training.routes)
  routes.route('/', arrests.routes)
  routes.route('/', advice.routes)
  routes.route('/', nonPunishment.routes)
  routes.route('/', partners.routes)
  routes.route('/', roundTables.routes)
  routes.route('/', togetherRoutes({ ...spine, sharing, advice, roundTables }))
  // Whoever is signed in begins with their own work.
  routes.get('/', (c) => {
    const [first] = navigation(whoIsSignedIn(c).actor, c.get('language'))
    return c.redirect(first?.href ?? '/kennis')
  })
  const contextOf = contextMaker(around)
  if (demo) routes.get('/design', (c) => c.html(styleSheetPage(contextOf(c))))

  return {
    routes,
    inTransaction,
    loadDemoRegion: () =>
      story.load({
        inTransaction,
        desk,
        talks,
        identity,
        protocols,
        intervision,
        support,
        training,
        arrests,
        advice,
        roundTables,
        carry: sharing.carryNow,
        nonPunishment,
        sharing,
        accountability,
        letters,
        parliamentFeed,
        research,
        figures,
      }),
    endStreams: intervision.endStreams,
    async close() {
      await story.close()
      await intervision.close()
      await pdf.close()
      await jobs.close()
      await sealing.close()
    },
  }
}
