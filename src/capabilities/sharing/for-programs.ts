import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { receiverOf } from './access.ts'
import type { DisclosureState } from './disclosure.ts'
import { findDisclosureRow, listDisclosureEvents, listSentAfter } from './disclosure-store.ts'
import { findParty, partyNames } from './organisation-store.ts'
import type { ReceivedLine } from './received.ts'
import { listReceivedAfter } from './received-store.ts'

/** Where a list goes on, and how much of it comes: by number, so that far into it is as quick as at its beginning. */
type Place = { readonly after: string | undefined; readonly limit: number }

/** What came in, the oldest first; no word of what is in it. */
export async function readReceivedAfter(
  work: Work,
  place: Place,
): Promise<readonly ReceivedLine[]> {
  const { roles } = receiverOf(work)
  const rows = await listReceivedAfter(work, { roles, ...place })
  const ids = [...new Set(rows.map(({ from_id }) => from_id))]
  const names = await partyNames(work, ids)
  work.audit({ act: 'sharing.list-received', details: { count: rows.length } })
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    facts: row.facts,
    from: names.get(row.from_id) ?? '–',
    receivedAt: row.received_at,
    endOn: row.end_on,
  }))
}

/** What became of something that was sent: states and moments, no word of it. */
export type SentReceipt = {
  readonly id: string
  readonly reference: string
  readonly state: DisclosureState
  readonly to: string
  readonly endOn: string
  readonly facts: number
  readonly hash: string
}

/** What was sent, the oldest first. Its words are of the file that it came from, and stay there. */
export const readSentAfter = (work: Work, place: Place): Promise<readonly SentReceipt[]> =>
  receiptsOf(work, place)

/** What this program sent itself. */
export const readSentByProgram = (
  work: Work,
  programId: string,
  place: Place,
): Promise<readonly SentReceipt[]> => receiptsOf(work, { ...place, programId })

async function receiptsOf(
  work: Work,
  place: Place & { readonly programId?: string },
): Promise<readonly SentReceipt[]> {
  receiverOf(work)
  const rows = await listSentAfter(work, place)
  const ids = [...new Set(rows.flatMap(({ to_id }) => to_id ?? []))]
  const names = await partyNames(work, ids)
  work.audit({ act: 'sharing.list-sent', details: { count: rows.length } })
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    to: names.get(row.to_id ?? '') ?? '–',
    endOn: row.end_on ?? '',
    facts: row.facts,
    hash: row.hash?.toString('hex') ?? '',
  }))
}

export type SentHistory = SentReceipt & {
  readonly happenings: readonly { readonly kind: string; readonly at: string }[]
}

/** The receipt of one. Refuses `not-found`; a draft is not there yet. */
export async function readSentReceipt(work: Work, id: string): Promise<SentHistory> {
  receiverOf(work)
  const row = await findDisclosureRow(work, id)
  if (!row?.hash || !row.to_id || !row.end_on) return refuse('not-found', 'no-such-delivery')
  const events = await listDisclosureEvents(work, id)
  const to = await findParty(work, row.to_id)
  work.audit({ act: 'sharing.read-receipt', subject: id })
  return {
    id,
    reference: row.reference,
    state: row.state,
    to: to?.name ?? '–',
    endOn: row.end_on,
    facts: row.facts,
    hash: row.hash.toString('hex'),
    happenings: events.map(({ kind, happened_at }) => ({ kind, at: happened_at })),
  }
}
