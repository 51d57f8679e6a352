import { findParty, listPartiesById } from '#capabilities/sharing/index.ts'
import type { OrganisationKind, Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { maySit } from './access.ts'
import type { TableDesk } from './desk.ts'
import type { SeatState } from './round-table.ts'
import { findOpenTo, listItems, listSeats, listTables } from './store.ts'
import { type ItemWords, opened, type TableWords } from './table-words.ts'
import type { ItemKind, ItemState, TableRow } from './tables.ts'

export type Seat = {
  readonly party: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly role: Role
  readonly state: SeatState
}

export type TableItem = {
  readonly id: string
  readonly kind: ItemKind
  readonly from: string
  readonly to: string | undefined
  readonly state: ItemState
  readonly version: number | undefined
  readonly dueOn: string | undefined
  readonly at: string
  readonly undelivered: string | undefined
  /** nothing when it was erased, or never came here */
  readonly words: ItemWords | undefined
}

export type TableLine = {
  readonly id: string
  readonly code: string
  readonly day: string
  readonly convener: string
  readonly ended: boolean
  readonly question: string | undefined
}

export type ReadTable = TableLine & {
  readonly aim: string
  readonly words: TableWords | undefined
  readonly keepUntil: string | undefined
  readonly caseId: string | undefined
  readonly own: SeatState
  readonly ownParty: string
  readonly convenes: boolean
  /** in order of name */
  readonly seats: readonly Seat[]
  readonly items: readonly TableItem[]
}

export async function readTable(work: Work, desk: TableDesk, id: string): Promise<ReadTable> {
  const row = (await findOpenTo(work, id)) ?? refuse('not-found', 'no-such-table')
  const rows = await listSeats(work, id)
  const parties = await listPartiesById(
    work,
    rows.map(({ party_id }) => party_id),
  )
  const seats = parties.flatMap((party): Seat[] => {
    const seat = rows.find(({ party_id }) => party_id === party.id)
    return seat ? [{ party: party.id, ...party, role: seat.role, state: seat.state }] : []
  })
  const items: TableItem[] = []
  for (const item of await listItems(work, id)) {
    items.push({
      id: item.id,
      kind: item.kind,
      from: item.from_id,
      to: item.to_id ?? undefined,
      state: item.state,
      version: item.version ?? undefined,
      dueOn: item.due_on ?? undefined,
      at: item.at,
      undelivered: item.undelivered_because ?? undefined,
      words: await opened<ItemWords>(work, desk, item),
    })
  }
  const words = await opened<TableWords>(work, desk, row)
  work.audit({ act: 'round-table.read', subject: id })
  const own = work.actor.organisationId
  return {
    ...lineOf(row, words, parties.find((one) => one.id === row.convener_id)?.name ?? ''),
    aim: row.aim,
    words,
    keepUntil: row.keep_until ?? undefined,
    caseId: row.case_id ?? undefined,
    own: seats.find(({ party }) => party === own)?.state ?? refuse('not-found', 'no-such-table'),
    ownParty: own,
    convenes: row.convener_id === own,
    seats,
    items,
  }
}

/** Lines in the list. */
const most = 200

/** By the day on which they meet, the last first. */
export async function readTables(work: Work, desk: TableDesk): Promise<readonly TableLine[]> {
  if (!maySit(work.actor)) return refuse('not-allowed', 'no-tables-here')
  const lines: TableLine[] = []
  for (const row of await listTables(work, most)) {
    const convener = await findParty(work, row.convener_id)
    lines.push(lineOf(row, await opened<TableWords>(work, desk, row), convener?.name ?? ''))
  }
  work.audit({ act: 'round-table.list', details: { count: lines.length } })
  return lines
}

const lineOf = (row: TableRow, words: TableWords | undefined, convener: string): TableLine => ({
  id: row.id,
  code: row.code,
  day: row.on_day,
  convener,
  ended: row.ended_at !== null,
  question: words?.question,
})
