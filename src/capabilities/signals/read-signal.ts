import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isReporter, mayFollowUp, type ReadersNow, readersNow } from './access.ts'
import { writer } from './keep-draft.ts'
import type { Recording } from './recording.ts'
import type { Observation, SignalWords } from './signal.ts'
import { openLater, openWords } from './signal-words.ts'
import { type FoundSignal, findSignalRow, listEvents, listObservations } from './store.ts'
import { listRelated, mostRelated } from './store-lists.ts'
import type { SignalEventKind, SignalTables } from './tables.ts'

export type SignalHappening = {
  readonly kind: SignalEventKind
  readonly at: string
  readonly by: string
  readonly to: string | undefined
  readonly words: string
}

export type RelatedSignal = {
  readonly id: string
  readonly reference: string
  readonly recordedAt: string
  readonly combined: boolean
}

/** One signal as its reader may see it: every field is named here, none comes along by accident. */
export type ReadSignal = {
  readonly id: string
  readonly reference: string
  readonly state: SignalTables['signal']['state']
  readonly about: SignalTables['signal']['about']
  readonly danger: boolean
  readonly origin: SignalTables['signal']['origin']
  readonly noticedOn: string | undefined
  readonly readers: SignalTables['signal']['readers']
  readonly readerId: string | undefined
  /** differs from `readers` once nobody of those is left */
  readonly readersNow: ReadersNow
  readonly reportedBy: string
  readonly recordedAt: string
  readonly lookBefore: string
  readonly assignedTo: string | undefined
  readonly takenUpBy: string | undefined
  /** nobody works with it: whoever took it up does not follow up here any more */
  readonly takerGone: boolean
  readonly outcome: SignalTables['signal']['outcome']
  readonly withdrawnBecause: SignalTables['signal']['withdrawn_because']
  readonly edition: string
  /** gone once a signal is withdrawn */
  readonly words: SignalWords | undefined
  readonly observations: readonly Observation[]
  readonly happenings: readonly SignalHappening[]
  readonly related: readonly RelatedSignal[]
  /** there are more than these, the oldest */
  readonly moreRelated: boolean
  readonly inCombination: boolean
  readonly mayFollowUp: boolean
  readonly isReporter: boolean
}

export async function readSignal(
  work: Work,
  recording: Recording,
  id: string,
): Promise<ReadSignal> {
  const { actor, row } = await findVisible(work, id)
  const circle = circleOf(row)
  const followsUp = mayFollowUp(actor, circle)
  const [words, observations, events, related] = await Promise.all([
    openWords(work, recording.keyring, row),
    listObservations(work, id),
    listEvents(work, id),
    followsUp ? listRelated(work, actor, row) : [],
  ])
  const happenings = await Promise.all(
    events.map(async (event) => ({
      kind: event.kind,
      at: event.happened_at,
      by: event.by_person,
      to: event.to_person ?? undefined,
      words: await openLater(work, recording.keyring, row, event),
    })),
  )
  work.audit({ act: 'signal.read', subject: id })
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    about: row.about,
    danger: row.danger,
    origin: row.origin,
    noticedOn: row.noticed_on ?? undefined,
    readers: row.readers,
    readerId: row.reader_id ?? undefined,
    readersNow: circle.readersNow,
    reportedBy: row.reported_by,
    recordedAt: row.recorded_at,
    lookBefore: row.look_before,
    assignedTo: row.assigned_to ?? undefined,
    takenUpBy: row.taken_up_by ?? undefined,
    takerGone: row.taker_gone,
    outcome: row.outcome,
    withdrawnBecause: row.withdrawn_because,
    edition: row.edition,
    words,
    observations,
    happenings,
    moreRelated: related.length > mostRelated,
    related: related.slice(0, mostRelated).map((one) => ({
      id: one.id,
      reference: one.reference,
      recordedAt: one.recorded_at,
      combined: row.combination_id !== null && one.combination_id === row.combination_id,
    })),
    inCombination: row.combination_id !== null,
    mayFollowUp: followsUp,
    isReporter: isReporter(actor, circle),
  }
}

export const circleOf = (row: FoundSignal) => ({
  reportedBy: row.reported_by,
  readersNow: readersNow(row, {
    colleague: row.colleague_here,
    careCoordinator: row.care_coordinator_here,
    coordinator: row.coordinator_here,
  }),
  readerId: row.reader_id ?? undefined,
  assignedTo: row.assigned_to ?? undefined,
})

/** The row, for someone who may see it; anyone else learns nothing, not even that it exists. */
export async function findVisible(
  work: Work,
  id: string,
  lock = false,
): Promise<{ actor: PersonActor; row: FoundSignal }> {
  const actor = writer(work)
  const row = (await findSignalRow(work, actor, id, lock)) ?? refuse('not-found', 'no-such-signal')
  return { actor, row }
}
