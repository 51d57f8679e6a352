import type { Accountability } from '#capabilities/accountability/index.ts'
import type { openAdvice } from '#capabilities/advice/index.ts'
import type { openArrests } from '#capabilities/arrests/index.ts'
import { type CaseDesk, loadDemoCases } from '#capabilities/cases/index.ts'
import { loadDemoConversation } from '#capabilities/conversations/index.ts'
import type { Figures } from '#capabilities/figures/index.ts'
import {
  demoActor,
  demoId,
  type openIdentity,
  readStory,
  stepBanner,
  stepField,
} from '#capabilities/identity/index.ts'
import type { openIntervision } from '#capabilities/intervision/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Letters } from '#capabilities/letters/index.ts'
import type { openNonPunishment } from '#capabilities/non-punishment/index.ts'
import type { openParliamentFeed } from '#capabilities/parliament-feed/index.ts'
import type { openProtocols } from '#capabilities/protocols/index.ts'
import type { Research } from '#capabilities/research/index.ts'
import type { openRoundTables } from '#capabilities/round-tables/index.ts'
import type { Sharing } from '#capabilities/sharing/index.ts'
import { findDemoSignal, loadDemoSignals } from '#capabilities/signals/index.ts'
import type { openSupport } from '#capabilities/support/index.ts'
import type { openTraining } from '#capabilities/training/index.ts'
import type { Html } from '#design/html.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'

/** What loads a part of the fictional region. */
type Parts = {
  readonly inTransaction: InTransaction
  readonly desk: CaseDesk
  readonly talks: { readonly cases: CaseDesk; readonly knowledge: Knowledge }
  readonly identity: Pick<ReturnType<typeof openIdentity>, 'loadDemoRegion'>
  readonly protocols: Pick<ReturnType<typeof openProtocols>, 'loadDemo'>
  readonly intervision: Pick<ReturnType<typeof openIntervision>, 'loadDemo'>
  readonly support: Pick<ReturnType<typeof openSupport>, 'loadDemo'>
  readonly training: Pick<ReturnType<typeof openTraining>, 'loadDemo'>
  readonly sharing: Pick<Sharing, 'loadDemo'>
  readonly accountability: Pick<Accountability, 'loadDemo'>
  readonly letters: Pick<Letters, 'loadDemo'>
  readonly parliamentFeed: Pick<ReturnType<typeof openParliamentFeed>, 'loadDemo'>
  readonly research: Pick<Research, 'loadDemo'>
  readonly figures: Pick<Figures, 'loadDemo'>
  readonly arrests: Pick<ReturnType<typeof openArrests>, 'loadDemo'>
  readonly advice: Pick<ReturnType<typeof openAdvice>, 'loadDemo'>
  readonly roundTables: Pick<ReturnType<typeof openRoundTables>, 'loadDemo'>
  /** brings what waits between organisations to who it is for */
  readonly carry: (stop: AbortSignal) => Promise<void>
  readonly nonPunishment: Pick<
    ReturnType<typeof openNonPunishment>,
    'loadDemo' | 'loadDemoAssessment'
  >
}

export type Demo = {
  /** where each part of the story stands, by the names in database/demo/story.yaml */
  readonly places: ReadonlyMap<string, string>
  /** the strip of the step that an address says it is */
  step(c: HouseContext): Html | undefined
  /** Ends early when the program closes meanwhile; the next time it goes on from there. */
  load(parts: Parts): Promise<void>
  close(): Promise<void>
}

/** The fictional region and the story that is told with it. */
export function openDemo(): Demo {
  const places = new Map<string, string>()
  const closing = new AbortController()
  let loading = Promise.resolve()
  return {
    places,
    step(c) {
      const number = Number(c.req.query(stepField))
      return number > 0 ? stepBanner(c.get('language'), readStory(places), number) : undefined
    },
    load(parts) {
      loading = loadRegion(parts, places, closing.signal)
      return loading
    },
    async close() {
      // What was begun is finished, so that the next start goes on behind it; its failure is told to who asked.
      closing.abort()
      await loading.catch(() => {})
    },
  }
}

async function loadRegion(
  {
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
    carry,
    nonPunishment,
    sharing,
    accountability,
    letters,
    parliamentFeed,
    research,
    figures,
  }: Parts,
  places: Map<string, string>,
  stop: AbortSignal,
): Promise<void> {
  await identity.loadDemoRegion()
  const recorded = { inTransaction, actorOf: demoActor, recording: desk.recording }
  await loadDemoSignals({ ...recorded, stop })
  const files = await loadDemoCases({
    inTransaction,
    actorOf: demoActor,
    desk,
    demoId,
    signalOf: (one) => findDemoSignal(recorded, one),
    stop,
  })
  for (const [name, id] of files) places.set(`case:${name}`, id)
  const region = { demoId, actorOf: demoActor, caseOf: (name: string) => files.get(name) }
  const more = {
    run: protocols.loadDemo,
    table: intervision.loadDemo,
    talk: (of: typeof region) => loadDemoConversation({ ...of, desk: talks, inTransaction }),
    help: support.loadDemo,
    practice: training.loadDemo,
    account: accountability.loadDemo,
    house: parliamentFeed.loadDemo,
    survey: research.loadDemo,
    figures: figures.loadDemo,
    letter: (of: typeof region) => letters.loadDemo(of, () => carry(stop)),
    arrest: arrests.loadDemo,
    advice: (of: typeof region) => advice.loadDemo(of, () => carry(stop)),
    dossier: nonPunishment.loadDemo,
    shared: (of: typeof region) =>
      sharing.loadDemo({ ...of, dossierOf: () => places.get('dossier') }),
    assessed: ({ actorOf }: typeof region) =>
      nonPunishment.loadDemoAssessment({ actorOf, carry: () => carry(stop) }),
    overleg: (of: typeof region) => roundTables.loadDemo(of, () => carry(stop)),
  }
  for (const [name, load] of Object.entries(more)) {
    if (stop.aborted) return
    const id = await load(region).catch(unlessRefused)
    if (id) places.set(name, id)
  }
}

/** What a visitor of the demonstration made impossible, such as closing the case, is left out of the story. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
