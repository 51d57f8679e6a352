import { type DeliveryAt, deliveriesAt, listPartiesById } from '#capabilities/sharing/index.ts'
import type { OrganisationKind, Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { maySit } from './access.ts'
import type { TableDesk } from './desk.ts'
import { paths } from './paths.ts'
import type { SeatState } from './round-table.ts'
import {
  findByTask,
  findItem,
  findOpenTo,
  listItems,
  listOfCase,
  listSeats,
  listTables,
} from './store.ts'
import { type ItemWords, opened, type TableWords } from './table-words.ts'
import type { ItemKind, ItemState, TableRow } from './tables.ts'

export type Seat = {
  readonly party: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly role: Role
  readonly state: SeatState
  /** what did not arrive there */
  readonly undelivered: 'invite' | 'end' | undefined
}

export type TableItem = {
  readonly id: string
  readonly kind: ItemKind
  readonly from: string
  readonly to: string | undefined
  readonly state: ItemState
  /** of a word: the agreement that it is about */
  readonly about: string | undefined
  readonly version: number | undefined
  readonly dueOn: string | undefined
  readonly at: string
  /** organisations with whom it did not arrive */
  readonly undelivered: readonly string[]
  /** what both sides hold as proof, as hexadecimal digits */
  readonly receipt: string | undefined
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
  /** what we brought and what was brought to us, the oldest first */
  readonly deliveries: readonly DeliveryAt[]
  readonly reader: string
}

export async function readTable(work: Work, desk: TableDesk, id: string): Promise<ReadTable> {
  const row = (await findOpenTo(work, id)) ?? refuse('not-found', 'no-such-table')
  return { ...(await readRow(work, desk, row)), deliveries: await deliveriesAt(work, desk, at(id)) }
}

const at = (id: string) => ({ kind: 'round-table', id }) as const

/** One agreement; of the table itself nothing for whoever does not sit there and has it as a task in a case. */
export async function readAgreed(
  work: Work,
  desk: TableDesk,
  { tableId, itemId }: { readonly tableId: string; readonly itemId: string },
): Promise<ReadTable> {
  const open = await findOpenTo(work, tableId)
  const row = open ?? (await findByTask(work, { tableId, itemId }))
  const read = await readRow(work, desk, row ?? refuse('not-found', 'no-such-table'))
  const items = read.items.filter(({ id }) => id === itemId)
  return open ? read : { ...read, items, words: undefined, question: undefined }
}

/** Where somebody goes after following an agreement: the table, or the case in which it was their task. */
export async function wayBack(
  work: Work,
  { tableId, itemId }: { readonly tableId: string; readonly itemId: string },
): Promise<string> {
  const item = await findItem(work, itemId)
  if (!item?.case_id || (await findOpenTo(work, tableId))) return paths.table(tableId)
  return paths.case(item.case_id)
}

async function readRow(work: Work, desk: TableDesk, row: TableRow): Promise<ReadTable> {
  const { id } = row
  const rows = await listSeats(work, id)
  const parties = await listPartiesById(
    work,
    rows.map(({ party_id }) => party_id),
  )
  const seats = parties.flatMap((party): Seat[] => {
    const seat = rows.find(({ party_id }) => party_id === party.id)
    return seat
      ? [
          {
            party: party.id,
            ...party,
            role: seat.role,
            state: seat.state,
            undelivered: seat.undelivered ?? undefined,
          },
        ]
      : []
  })
  const items: TableItem[] = []
  for (const item of await listItems(work, id)) {
    items.push({
      id: item.id,
      kind: item.kind,
      from: item.from_id,
      to: item.to_id ?? undefined,
      state: item.state,
      about: item.about_id ?? undefined,
      version: item.version ?? undefined,
      dueOn: item.due_on ?? undefined,
      at: item.at,
      undelivered: item.undelivered_to,
      receipt: item.hash?.toString('hex'),
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
    deliveries: [],
    reader: work.actor.kind === 'person' ? work.actor.personId : '',
  }
}

/** Lines in the list. */
const most = 200

/** By the day on which they meet, the last first. */
export async function readTables(work: Work, desk: TableDesk): Promise<readonly TableLine[]> {
  if (!maySit(work.actor)) return refuse('not-allowed', 'no-tables-here')
  const lines = await linesOf(work, desk, await listTables(work, most))
  work.audit({ act: 'round-table.list', details: { count: lines.length } })
  return lines
}

/** Tables about a case, within the act of reading it, which is in the trail. */
export const tablesOfCase = async (
  work: Work,
  desk: Pick<TableDesk, 'keyring'>,
  caseId: string,
): Promise<readonly TableLine[]> => linesOf(work, desk, await listOfCase(work, caseId))

async function linesOf(
  work: Work,
  desk: Pick<TableDesk, 'keyring'>,
  rows: readonly TableRow[],
): Promise<readonly TableLine[]> {
  const parties = await listPartiesById(
    work,
    rows.map((row) => row.convener_id),
  )
  const lines: TableLine[] = []
  for (const row of rows) {
    const convener = parties.find(({ id }) => id === row.convener_id)
    lines.push(lineOf(row, await opened<TableWords>(work, desk, row), convener?.name ?? ''))
  }
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
