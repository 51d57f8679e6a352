import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { CaseDesk, CasePanel, DemoRegion } from '#capabilities/cases/index.ts'
import type { Law } from '#capabilities/law/index.ts'
import type { Assets } from '#design/assets.ts'
import type { Role } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { type Respond, signedInFirst } from '#platform/http/respond.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import type { MakeRound } from '#platform/round.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { AnswerForm } from './answer-form.ts'
import { answerInWords } from './answer-in-words.ts'
import { broughtSource, type HeardOfBrought } from './brought-source.ts'
import { carryMessages, carryMessagesJob } from './carry-messages.ts'
import { caseIntake } from './case-intake.ts'
import { sharingPanel } from './case-panel.ts'
import { caseSource } from './case-source.ts'
import type { SharingDesk } from './desk.ts'
import { endInTimeRound } from './end-in-time.ts'
import { answerHandlers } from './hear-answers.ts'
import { loadDemoDisclosures } from './load-demo-disclosures.ts'
import { handlerFinder, type MessageHandler } from './message-handler.ts'
import type { Occasion } from './occasion.ts'
import type { KindNamer } from './party-fields.ts'
import { receivingHandlers } from './receive-disclosure.ts'
import type { Receiving } from './receive-messages.ts'
import type { RouteParts } from './route-parts.ts'
import { beginRoutes } from './routes-begin.ts'
import { consultationRoutes } from './routes-consultation.ts'
import { draftRoutes } from './routes-draft.ts'
import { receivedRoutes } from './routes-received.ts'
import { sentRoutes } from './routes-sent.ts'
import type { FactSource, Intake } from './shareable-fact.ts'
import { localWay, type WayTo } from './way.ts'
import { deliveriesThatWait } from './what-waits.ts'

export { recallDisclosure, replyToQuestion } from './after-delivery.ts'
export { readConsultation, sendConsultation, settledConsultation } from './answer-consultation.ts'
export type { AnswerForm } from './answer-form.ts'
export { answerReceived } from './answer-received.ts'
export { DisclosureRecall, DisclosureReply, NewDisclosure } from './brought.ts'
export { carryJob } from './carry-messages.ts'
export { answerFieldsIn, answersTo, conditionFields } from './condition-fields.ts'
export { AnswerInWords } from './consultation-in-words.ts'
export { findAnsweredFirst } from './consultation-store.ts'
export type { ByProgram } from './decider.ts'
export { type DeliveryAt, deliveriesAt, endDeliveriesAt } from './deliveries-at.ts'
export type { SharingDesk } from './desk.ts'
export { recallReasons } from './disclosure.ts'
export { Basis, DisclosureBody } from './disclosure-body.ts'
export { hasOpenDelivery } from './disclosure-store.ts'
export {
  readReceivedAfter,
  readSentAfter,
  readSentByProgram,
  readSentReceipt,
} from './for-programs.ts'
export { forgetDraftsOf, forgetFiles } from './forget-files.ts'
export { forgetDeliveryDrafts, forgetDeliveryWords } from './forget-store.ts'
export { hearConsultation } from './hear-consultation.ts'
export type { CarriedMessage, Receipt } from './message.ts'
export type { MessageHandler, ReceivedMessage, SettledMessage } from './message-handler.ts'
export { sharingNavigation, togetherCrumb } from './navigation.ts'
export type { At, Bounds, Occasion } from './occasion.ts'
export { findParty, listPartiesById, type Party, partyNames } from './organisation-store.ts'
export { factsOf } from './page-delivery.ts'
export { type KindNamer, nextParties, searchFields } from './party-fields.ts'
export {
  choosable,
  type FoundParties,
  findParties,
  looksForParty,
  type PartySearch,
  searchIn,
} from './party-search.ts'
export { together } from './paths.ts'
export { readDisclosure } from './read-disclosure.ts'
export { allAtOnce, type Receiving, receiveMessages } from './receive-messages.ts'
export { type ReceivedDelivery, readReceived } from './received.ts'
export { basisOf, roadsBetween } from './road.ts'
export { recipientsOn, roadsFor, roadsOutOf } from './roads-for-programs.ts'
export { sendForProgram } from './send-for-program.ts'
export { type NewMessage, type SentMessage, sendInOrder, sendMessage } from './send-message.ts'
export type {
  FactKind,
  FactOrigin,
  FactSource,
  FileEvent,
  FileKind,
  Intake,
  ReceivedItem,
  ShareableFact,
} from './shareable-fact.ts'
export type { Load, Way, WayTo } from './way.ts'
export type { Waiting } from './what-waits.ts'
export { deliveryStateName } from './words.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly keyring: Keyring
  readonly respond: Respond
  readonly assets: Assets
  readonly law: Law
  readonly cases: CaseDesk
  readonly roleName: (role: Role, language: Language) => string
  readonly kindName: KindNamer
  readonly requireStepUp: RouteParts['requireStepUp']
  readonly makeRound: MakeRound
  /** of every other capability that has something to receive */
  readonly handlers: readonly MessageHandler[]
  /** put around every handler, also those of sharing itself */
  readonly everyHandler?: (handler: MessageHandler) => MessageHandler
  /** put around the work of every act on a page here, and of what ends by itself */
  readonly everyAct?: (work: Work) => Work
  /** the files of other capabilities, to share from and to take into */
  readonly sources: readonly FactSource[]
  readonly intakes: readonly Intake[]
  /** what deliveries come from besides files */
  readonly occasions: readonly Occasion[]
  /** the forms of kinds of answers that are more than words */
  readonly answers: readonly AnswerForm[]
  /** where an organisation is reached; everybody is in this database unless said otherwise */
  readonly wayTo?: (local: WayTo) => WayTo
  /** hears what people do with what a program sent */
  readonly heardOfBrought: HeardOfBrought
  /** hears what went wrong, with a code of what it was about */
  readonly failed: (error: unknown, about: Readonly<Record<string, string>>) => void
}

export type Sharing = {
  /** choosing and delivering; what came in */
  readonly routes: Hono<HouseEnv>
  /** what waits for who reads: received, and sent */
  whatWaits(work: Work, language: Language): ReturnType<typeof deliveriesThatWait>
  /** what stands about sharing on the page of a case */
  readonly panel: CasePanel
  /** carrying messages, and ending what had its time */
  readonly jobs: readonly Job[]
  /** for whatever takes messages in from elsewhere, and gives them to `receiveMessages` */
  readonly receiving: Receiving
  /** for whoever opens the door of deliveries to programs */
  readonly desk: SharingDesk
  /** carries whatever may go now, and waits for it */
  readonly carryNow: (stop: AbortSignal) => Promise<void>
  /** What invented people shared; answers the last out of a case. Loading again changes nothing. */
  loadDemo(
    region: DemoRegion & { readonly dossierOf: () => string | undefined },
  ): Promise<string | undefined>
}

/** What one organisation brings to another. */
export function openSharing({
  cases,
  law,
  roleName,
  kindName,
  wayTo,
  failed,
  ...parts
}: Parts): Sharing {
  const { keyring, namesOf, tell, colleagues } = cases
  const sources = [
    caseSource(cases),
    ...parts.sources,
    broughtSource({ keyring }, parts.heardOfBrought),
  ]
  const intakes = [caseIntake(cases), ...parts.intakes]
  const desk: SharingDesk = {
    ...{ keyring, namesOf, tell, colleagues },
    ...{ law, sources, intakes, roleName, kindName, occasions: parts.occasions },
  }
  const own = [...receivingHandlers(desk), ...answerHandlers(desk)]
  const { everyHandler = (handler) => handler } = parts
  const handlerOf = handlerFinder([...own, ...parts.handlers].map((one) => everyHandler(one)))
  const receiving = { handlerOf, failed: (error: unknown, kind: string) => failed(error, { kind }) }
  const local = localWay({ ...receiving, ...parts })
  const here: WayTo = () => local
  const carrying = {
    ...parts,
    handlerOf,
    wayTo: wayTo ? wayTo(here) : here,
    failed: (error: unknown, organisation: string) => failed(error, { organisation }),
  }
  const css = readFileSync(new URL('sharing.css', import.meta.url))
  const style = parts.assets.add('sharing.css', 'text/css; charset=utf-8', css)
  const { everyAct = (work) => work } = parts
  const inTransaction: InTransaction = (actor, purpose, verb, requestId) =>
    parts.inTransaction(actor, purpose, (work) => verb(everyAct(work)), requestId)
  const routed = { ...parts, inTransaction, desk, style }
  const answers = [answerInWords, ...parts.answers]
  const routes = new Hono<HouseEnv>()
    .use('/delen/*', signedInFirst)
    .use('/ontvangen/*', signedInFirst)
    .route('/', draftRoutes(routed))
    .route('/', sentRoutes(routed))
    .route('/', receivedRoutes(routed, answers))
    .route('/', consultationRoutes(routed, answers))
    .route('/', beginRoutes({ ...routed, cases }))
  return {
    routes,
    whatWaits: (work, language) => deliveriesThatWait(work, desk, language),
    panel: sharingPanel,
    jobs: [carryMessagesJob(carrying), parts.makeRound(endInTimeRound({ keyring }, everyAct))],
    receiving,
    desk,
    loadDemo: (region) => loadDemoDisclosures({ ...region, ...parts, desk, carrying }),
    carryNow: (stop) => carryMessages(carrying, stop),
  }
}
