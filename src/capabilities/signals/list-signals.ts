import type { Keyring } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayHaveQueue } from './access.ts'
import { writer } from './keep-draft.ts'
import type { Recording } from './recording.ts'
import type { About, SignalState } from './signal.ts'
import { openWords } from './signal-words.ts'
import {
  type ListedRow,
  listOwn,
  listQueue,
  type OwnPlace,
  type QueuePlace,
} from './store-lists.ts'

export type SignalLine = {
  readonly id: string
  readonly reference: string
  readonly state: SignalState
  readonly about: About
  readonly danger: boolean
  readonly recordedAt: string
  readonly lookBefore: string
  readonly subject: string | undefined
  readonly reportedBy: string
  readonly takenUpBy: string | undefined
  /** nobody works with it: whoever took it up does not follow up here any more */
  readonly takerGone: boolean
  readonly assignedTo: string | undefined
  readonly inCombination: boolean
}

export type SignalList<Place> = {
  readonly lines: readonly SignalLine[]
  readonly next: Place | undefined
}

/** Lines on one page of a list. */
export const pageSize = 25

/** What waits for this coordinator, by term and then by date; a page at a time. */
export async function readQueue(
  work: Work,
  { keyring }: Recording,
  { state, after }: { state: SignalState; after?: QueuePlace | undefined },
): Promise<SignalList<QueuePlace>> {
  const actor = writer(work)
  if (!mayHaveQueue(actor)) refuse('not-allowed', 'has-no-queue')
  const rows = await listQueue(work, actor, { state, after, limit: pageSize + 1 })
  const lines = await Promise.all(rows.slice(0, pageSize).map((row) => lineOf(work, keyring, row)))
  work.audit({ act: 'signal.queue-read', details: { state, count: lines.length } })
  const last = rows.length > pageSize ? lines.at(-1) : undefined
  return { lines, next: last && { lookBefore: last.lookBefore, id: last.id } }
}

/** Everything this person recorded, newest first. */
export async function readOwn(
  work: Work,
  { keyring }: Recording,
  before?: OwnPlace,
): Promise<SignalList<OwnPlace>> {
  const rows = await listOwn(work, writer(work), { before, limit: pageSize + 1 })
  const lines = await Promise.all(rows.slice(0, pageSize).map((row) => lineOf(work, keyring, row)))
  work.audit({ act: 'signal.own-read', details: { count: lines.length } })
  const last = rows.length > pageSize ? lines.at(-1) : undefined
  return { lines, next: last && { recordedAt: last.recordedAt, id: last.id } }
}

async function lineOf(work: Work, keyring: Keyring, row: ListedRow): Promise<SignalLine> {
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    about: row.about,
    danger: row.danger,
    recordedAt: row.recorded_at,
    lookBefore: row.look_before,
    subject: (await openWords(work, keyring, row))?.subject,
    reportedBy: row.reported_by,
    takenUpBy: row.taken_up_by ?? undefined,
    takerGone: row.taker_gone,
    assignedTo: row.assigned_to ?? undefined,
    inCombination: row.combination_id !== null,
  }
}
