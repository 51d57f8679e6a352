import { sql } from 'kysely'
import { caseOpenTo, openTaskFrom } from '#capabilities/cases/index.ts'
import { hasOpenDelivery } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { maySit } from './access.ts'
import { type SeatState, seatStates } from './round-table.ts'
import { isOpenTask } from './store-in-time.ts'
import { type ItemRow, type ItemState, type SeatRow, type TableRow, tables } from './tables.ts'

const organisationOf = (work: Work) => work.actor.organisationId

/**
 * A table is for who holds the role that was invited here; with an own case only for its circle. Whoever declined
 * or left finds nothing more.
 */
function openTo(work: Work, states: readonly SeatState[] = ['invited', 'joined']) {
  if (!maySit(work.actor)) return sql<boolean>`false`
  const { roles } = work.actor as PersonActor
  return sql<boolean>`(exists (select from round_table_seat s
    where s.organisation_id = ${organisationOf(work)} and s.table_id = round_table.id
      and s.party_id = ${organisationOf(work)} and s.role = any(${roles}::text[])
      and s.state = any(${states}::text[]))
    and (case_id is null or ${caseOpenTo(work, 'round_table.case_id')}))`
}

/** After its last day nothing of a table is read, but for an agreement that is still a task in an own case. */
const stillKept = (
  work: Work,
) => sql<boolean>`(keep_until is null or keep_until >= ${dutchDay(work.now)}::date
  or exists (select from round_table_item i where i.organisation_id = round_table.organisation_id
    and i.table_id = round_table.id and ${isOpenTask(work)}))`

const own = (work: Work) =>
  tables(work)
    .selectFrom('round_table')
    .selectAll()
    .where('organisation_id', '=', organisationOf(work))

/** Whoever has to do what was agreed finds that agreement by its task, also in a role that does not sit there. */
const hasTaskOf = (work: Work, itemId: string) =>
  sql<boolean>`exists (select from round_table_item i where i.organisation_id = round_table.organisation_id
    and i.table_id = round_table.id and i.id = ${itemId} and ${openTaskFrom(work, {
      capability: 'round-tables',
      column: 'i.id',
      owner: work.actor.kind === 'person' ? work.actor.personId : '',
    })})`

export const findByTask = (
  work: Work,
  { tableId, itemId }: { readonly tableId: string; readonly itemId: string },
  lock = false,
): Promise<TableRow | undefined> =>
  own(work)
    .where('id', '=', tableId)
    .where(hasTaskOf(work, itemId))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

export const findOpenTo = (work: Work, id: string, lock = false): Promise<TableRow | undefined> =>
  own(work)
    .where('id', '=', id)
    .where(openTo(work))
    .where(stillKept(work))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** Also after leaving. */
export const findSatAt = (work: Work, id: string): Promise<TableRow | undefined> =>
  own(work).where('id', '=', id).where(openTo(work, seatStates)).executeTakeFirst()

/** In which role this organisation sits there or sat there, and the own case that it is about. */
export const findOwnSeat = (work: Work, tableId: string) =>
  tables(work)
    .selectFrom('round_table_seat')
    .innerJoin('round_table', (join) =>
      join
        .onRef('round_table.organisation_id', '=', 'round_table_seat.organisation_id')
        .onRef('round_table.id', '=', 'round_table_seat.table_id'),
    )
    .select(['role', 'case_id'])
    .where('round_table_seat.organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .where('party_id', '=', organisationOf(work))
    .executeTakeFirst()

/** For the system actor `delivery`, locked. */
export const findRow = (work: Work, id: string): Promise<TableRow | undefined> =>
  own(work).where('id', '=', id).forUpdate().executeTakeFirst()

/** By the day on which they meet. */
export const listTables = (work: Work, limit: number): Promise<TableRow[]> =>
  own(work)
    .where(openTo(work))
    .where(stillKept(work))
    .orderBy('on_day', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Of a case that this person may see: by day, the last first. */
export const listOfCase = (work: Work, caseId: string): Promise<TableRow[]> =>
  own(work)
    .where('case_id', '=', caseId)
    .where(openTo(work))
    .where(stillKept(work))
    .orderBy('on_day', 'desc')
    .orderBy('id')
    .execute()

export async function findMadeBefore(work: Work, personId: string, key: string) {
  const row = await own(work)
    .where('made_by', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id
}

/** Answers whether it was made; not when a form with this key made one before. */
export async function insertTable(
  work: Work,
  row: Omit<TableRow, 'organisation_id' | 'made_at' | 'ended_at' | 'keep_until'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('round_table')
    .values({
      ...row,
      organisation_id: organisationOf(work),
      made_at: work.now.toString(),
      ended_at: null,
      keep_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'made_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type NewSeat = Pick<SeatRow, 'table_id' | 'party_id' | 'role' | 'state'>

export const insertSeats = (work: Work, rows: readonly NewSeat[]) =>
  tables(work)
    .insertInto('round_table_seat')
    .values(
      rows.map((row) => ({
        ...row,
        organisation_id: organisationOf(work),
        undelivered: null,
        undelivered_because: null,
      })),
    )
    .execute()

export const listSeats = (work: Work, tableId: string): Promise<SeatRow[]> =>
  tables(work)
    .selectFrom('round_table_seat')
    .selectAll()
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .execute()

export const updateSeat = (work: Work, tableId: string, partyId: string, state: SeatState) =>
  tables(work)
    .updateTable('round_table_seat')
    .set({ state })
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .where('party_id', '=', partyId)
    .execute()

/** What did not arrive with an organisation that sits there; nothing, once it did. */
export const noteAtSeat = (
  work: Work,
  { tableId, partyId }: { readonly tableId: string; readonly partyId: string },
  undelivered: { readonly what: 'invite' | 'end'; readonly because: string } | undefined,
) =>
  tables(work)
    .updateTable('round_table_seat')
    .set({
      undelivered: undelivered?.what ?? null,
      undelivered_because: undelivered?.because ?? null,
    })
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .where('party_id', '=', partyId)
    .execute()

type NewItem = Pick<ItemRow, 'id' | 'kind' | 'from_id' | 'state'> &
  Partial<Omit<ItemRow, 'organisation_id' | 'table_id' | 'number' | 'at'>>

/** The row of the table was locked, so that each item has its own number. */
export async function insertItem(work: Work, tableId: string, item: NewItem): Promise<void> {
  const organisation_id = organisationOf(work)
  const { n } = await tables(work)
    .selectFrom('round_table_item')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('organisation_id', '=', organisation_id)
    .where('table_id', '=', tableId)
    .executeTakeFirstOrThrow()
  await tables(work)
    .insertInto('round_table_item')
    .values({
      to_id: null,
      about_id: null,
      version: null,
      due_on: null,
      by_person: null,
      undelivered_because: null,
      undelivered_to: [],
      hash: null,
      case_id: null,
      key: null,
      content_key: null,
      content: null,
      ...item,
      organisation_id,
      table_id: tableId,
      number: n + 1,
      at: work.now.toString(),
    })
    .execute()
}

export const listItems = (work: Work, tableId: string): Promise<ItemRow[]> =>
  tables(work)
    .selectFrom('round_table_item')
    .selectAll()
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .orderBy('number')
    .execute()

export async function isDoneBefore(work: Work, tableId: string, personId: string, key: string) {
  const row = await tables(work)
    .selectFrom('round_table_item')
    .select('id')
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .where('by_person', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

export const updateItem = (
  work: Work,
  id: string,
  change: { state: ItemState; case_id?: string },
) =>
  tables(work)
    .updateTable('round_table_item')
    .set(change)
    .where('organisation_id', '=', organisationOf(work))
    .where('id', '=', id)
    .execute()

/** One of those that it was for refused it: which table this belongs to, when it is an item of one. */
export const noteUndelivered = (
  work: Work,
  { id, to, because }: { readonly id: string; readonly to: string; readonly because: string },
) =>
  tables(work)
    .updateTable('round_table_item')
    .set({
      undelivered_because: because,
      undelivered_to: sql<string[]>`array_append(undelivered_to, ${to}::uuid)`,
    })
    .where('organisation_id', '=', organisationOf(work))
    .where('id', '=', id)
    .returning('table_id')
    .executeTakeFirst()

/** By its own id, for what a message is about; its table was locked, or is by who reads on. */
export const findItem = (work: Work, id: string): Promise<ItemRow | undefined> =>
  tables(work)
    .selectFrom('round_table_item')
    .selectAll()
    .where('organisation_id', '=', organisationOf(work))
    .where('id', '=', id)
    .executeTakeFirst()

/** The words of an item, and of what was said of it. */
export const eraseItem = (work: Work, id: string) =>
  tables(work)
    .updateTable('round_table_item')
    .set({ content: null, content_key: null })
    .where('organisation_id', '=', organisationOf(work))
    .where(({ or, eb }) => or([eb('id', '=', id), eb('about_id', '=', id)]))
    .execute()

/** What an organisation that left had taken on, or was asked, is done by nobody. Answers how many. */
export async function lapseAgreements(
  work: Work,
  tableId: string,
  ownerId: string,
): Promise<number> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('round_table_item')
    .set({ state: 'lapsed' })
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .where('kind', '=', 'agreement')
    .where('to_id', '=', ownerId)
    .where('state', 'in', ['proposed', 'accepted'])
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** What both sides hold as proof of one agreement. */
export const noteReceipt = (work: Work, id: string, hash: Buffer) =>
  tables(work)
    .updateTable('round_table_item')
    .set({ hash })
    .where('organisation_id', '=', organisationOf(work))
    .where('id', '=', id)
    .where('kind', '=', 'agreement')
    .where('hash', 'is', null)
    .execute()

/** The words of what was written down by this organisation; answers whether there were any. */
export async function eraseWritten(work: Work, tableId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('round_table_item')
    .set({ content: null, content_key: null })
    .where('organisation_id', '=', organisationOf(work))
    .where('table_id', '=', tableId)
    .where('id', '=', id)
    .where('kind', '=', 'written')
    .where('content', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const endRow = (work: Work, id: string, keepUntil: string) =>
  tables(work)
    .updateTable('round_table')
    .set({ ended_at: work.now.toString(), keep_until: keepUntil })
    .where('organisation_id', '=', organisationOf(work))
    .where('id', '=', id)
    .execute()

/**
 * What others brought goes, with its key: minutes, words on them and, for who was invited, the question. After the end
 * an agreement that this organisation took on stays with it, and what was said of agreements; whoever leaves keeps
 * nothing.
 */
export async function eraseReceived(
  work: Work,
  tableId: string,
  { keepAgreements }: { keepAgreements: boolean },
): Promise<void> {
  const organisation = organisationOf(work)
  const nothing = { content: null, content_key: null }
  await tables(work)
    .updateTable('round_table_item')
    .set(nothing)
    .where('organisation_id', '=', organisation)
    .where('table_id', '=', tableId)
    .where('from_id', '<>', organisation)
    .where(
      sql<boolean>`not (${keepAgreements} and (about_id is not null
        or (kind = 'agreement' and state in ('accepted', 'done', 'not-done'))))`,
    )
    .execute()
  await tables(work)
    .updateTable('round_table')
    .set(nothing)
    .where('organisation_id', '=', organisation)
    .where('id', '=', tableId)
    .where('convener_id', '<>', organisation)
    .execute()
}

/**
 * Of tables that were kept until before this moment, and of those that were declined or left and whose day is before
 * it, the last words go; and then the row, unless it is what a delivery from here is recalled by. A table with an open
 * task in a case is left. Answers how much there was to do.
 */
export async function deleteOlder(work: Work, before: string, limit: number): Promise<number> {
  const organisation = organisationOf(work)
  const due = sql`t.organisation_id = ${organisation} and (t.keep_until < ${before}::date
    or (t.on_day < ${before}::date and exists (select from round_table_seat s
      where s.organisation_id = t.organisation_id and s.table_id = t.id
        and s.party_id = t.organisation_id and s.state in ('declined', 'left'))))
    and not exists (select from round_table_item i
      where i.organisation_id = t.organisation_id and i.table_id = t.id and ${isOpenTask(work)})`
  const needed = hasOpenDelivery(work, 'round-table', 't.id')
  const words = await sql`
    with old as (
      select t.id from round_table t where ${due} and ${needed} and (t.content is not null
        or exists (select from round_table_item i where i.organisation_id = t.organisation_id
          and i.table_id = t.id and i.content is not null))
      limit ${limit} for update skip locked
    ), items as (
      update round_table_item set content = null, content_key = null
      where organisation_id = ${organisation} and table_id in (select id from old)
    )
    update round_table set content = null, content_key = null
    where organisation_id = ${organisation} and id in (select id from old)`.execute(work.db)
  const erased = Number(words.numAffectedRows ?? 0n)
  const rows = await sql`
    with old as (
      select t.id from round_table t where ${due} and not ${needed}
      limit ${limit - erased} for update skip locked
    ), items as (
      delete from round_table_item where organisation_id = ${organisation} and table_id in (select id from old)
    ), seats as (
      delete from round_table_seat where organisation_id = ${organisation} and table_id in (select id from old)
    )
    delete from round_table where organisation_id = ${organisation} and id in (select id from old)`.execute(
    work.db,
  )
  return erased + Number(rows.numAffectedRows ?? 0n)
}
