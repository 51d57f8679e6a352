import { sql } from 'kysely'
import { coordinatesCase } from '#capabilities/cases/index.ts'
import type { Role } from '#platform/actor.ts'
import { asOne } from '#platform/as-one.ts'
import type { Work } from '#platform/work.ts'
import type { At } from './occasion.ts'
import type { FileKind } from './shareable-fact.ts'
import { type DisclosureEventKind, type SharingTables, tables } from './tables.ts'

export type DisclosureRow = SharingTables['disclosure']
type EventRow = SharingTables['disclosure_event']

type NewDraft = Pick<
  DisclosureRow,
  | 'id'
  | 'reference'
  | 'file_kind'
  | 'file_id'
  | 'made_by'
  | 'content_key'
  | 'content'
  | 'key'
  | 'at_kind'
  | 'at_id'
> &
  Partial<Pick<DisclosureRow, 'program_id' | 'by_role'>>

/** Answers whether it was made; not when a form with this key made one before. */
export async function insertDraft(work: Work, row: NewDraft): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('disclosure')
    .values({
      program_id: null,
      by_role: null,
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'draft',
      to_id: null,
      to_role: null,
      end_on: null,
      made_at: work.now.toString(),
      changed_at: work.now.toString(),
      facts: 0,
      hash: null,
      road: null,
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

/** What a form with this key began, wherever it stands by now. */
export const findDraftByKey = (work: Work, madeBy: string, key: string) =>
  tables(work)
    .selectFrom('disclosure')
    .select(['id', 'state'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('made_by', '=', madeBy)
    .where('key', '=', key)
    .executeTakeFirst()

/**
 * Whether its file is open to this person is asked of that file. With `unless-at-occasion` it is locked, and only found
 * when it was begun on no occasion.
 */
export const findDisclosureRow = (
  work: Work,
  id: string,
  lock: boolean | 'unless-at-occasion' = false,
): Promise<DisclosureRow | undefined> =>
  tables(work)
    .selectFrom('disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(lock === 'unless-at-occasion', (query) => query.where('at_kind', 'is', null))
    .$if(lock !== false, (query) => query.forUpdate())
    .executeTakeFirst()

export type DisclosureChange = Partial<
  Pick<
    DisclosureRow,
    'state' | 'to_id' | 'to_role' | 'end_on' | 'facts' | 'hash' | 'road' | 'content'
  >
>

export const updateDisclosure = (work: Work, id: string, change: DisclosureChange): void =>
  work.leave(changeOf(work, id, change).compile())

const changeOf = (work: Work, id: string, change: DisclosureChange) =>
  tables(work)
    .updateTable('disclosure')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)

export const deleteDraft = (work: Work, id: string) =>
  tables(work)
    .deleteFrom('disclosure')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()

/** The newest first: ids grow with time. */
export const listOfFile = (work: Work, kind: FileKind, fileId: string) =>
  tables(work)
    .selectFrom('disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_kind', '=', kind)
    .where('file_id', '=', fileId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

type Follower = { readonly personId: string; readonly roles: readonly Role[] }

/**
 * What this person follows: what they made, what comes from a case that they coordinate by now, what a program sent for
 * a role that they hold, and what was left by somebody who does not work here any more. Whether its file is open to
 * them is asked of that file.
 */
const followedBy = (work: Work, { personId, roles }: Follower) =>
  sql<boolean>`(made_by = ${personId} or case
    when file_kind = 'case' then ${coordinatesCase(work, personId, 'disclosure.file_id')}
    when program_id is not null then by_role = any (${roles}::text[])
    else not exists (select from membership m where m.organisation_id = disclosure.organisation_id
      and m.person_id = disclosure.made_by and m.active) end)`

/** What waits for somebody here, all of it, or the last that is over: the newest first. */
export const listFollowed = (work: Work, follower: Follower, waiting: boolean) =>
  tables(work)
    .selectFrom('disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('state', waiting ? 'in' : 'not in', ['draft', 'returned'])
    .where(followedBy(work, follower))
    .orderBy('id', 'desc')
    .$if(!waiting, (query) => query.limit(100))
    .execute()

/** What left these files and is not over at the recipient's for good, the newest first. */
const leftOf = (work: Work, kind: FileKind, fileIds: readonly string[]) =>
  tables(work)
    .selectFrom('disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_kind', '=', kind)
    .where('file_id', '=', sql<string>`any (${fileIds}::uuid[])`)
    .where('state', 'in', ['sent', 'delivered', 'returned', 'accepted', 'ended'])
    .orderBy('id', 'desc')

/** The last of what left any of these files and can still be recalled. */
export const listToRecall = (
  work: Work,
  kind: FileKind,
  fileIds: readonly string[],
): Promise<DisclosureRow[]> => leftOf(work, kind, fileIds).limit(100).execute()

/** What left this file, can still be recalled and has its words here. */
export const listLeft = (
  work: Work,
  { kind, id }: { kind: FileKind; id: string },
): Promise<DisclosureRow[]> => leftOf(work, kind, [id]).where('content', 'is not', null).execute()

/** What was begun on an occasion, for its page: the last ones when there are more. */
export const listSentAt = (work: Work, { kind, id }: At): Promise<DisclosureRow[]> =>
  tables(work)
    .selectFrom('disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('at_kind', '=', kind)
    .where('at_id', '=', id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Everything of an occasion that is still read there, locked. */
export const claimSentAt = (
  work: Work,
  { kind, id }: At,
): Promise<Pick<DisclosureRow, 'id' | 'to_id' | 'state'>[]> =>
  tables(work)
    .selectFrom('disclosure')
    .select(['id', 'to_id', 'state'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('at_kind', '=', kind)
    .where('at_id', '=', id)
    .where('state', 'in', ['sent', 'delivered', 'returned', 'accepted'])
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * For queries of other capabilities: of what was chosen from the file in this column something can still be thrown
 * away, answered or recalled by who finds that file.
 */
export const hasOpenDelivery = (work: Work, kind: FileKind, column: string) =>
  sql<boolean>`exists (select from disclosure d where d.organisation_id = ${work.actor.organisationId}
    and d.file_kind = ${kind} and d.file_id = ${sql.ref(column)} and d.content is not null
    and d.state in ('draft', 'sent', 'delivered', 'returned', 'accepted', 'ended'))`

/** What left, by number, the oldest first; all of it, or what one program sent. */
export const listSentAfter = (
  work: Work,
  { after, limit, programId }: { after: string | undefined; limit: number; programId?: string },
): Promise<DisclosureRow[]> =>
  tables(work)
    .selectFrom('disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('hash', 'is not', null)
    .$if(programId !== undefined, (query) => query.where('program_id', '=', programId ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

type NewEvent = Pick<EventRow, 'disclosure_id' | 'id' | 'kind'> &
  Partial<Pick<EventRow, 'by_person' | 'key' | 'content'>>

export const insertDisclosureEvent = (work: Work, event: NewEvent): void =>
  work.leave(eventRow(work, event).compile())

/** What happened, and what it changes in the disclosure itself. */
export const changeByEvent = (work: Work, event: NewEvent, change: DisclosureChange): void =>
  work.leave(asOne(work, changeOf(work, event.disclosure_id, change), eventRow(work, event)))

const eventRow = (work: Work, event: NewEvent) =>
  tables(work)
    .insertInto('disclosure_event')
    .values({
      by_person: null,
      key: null,
      content: null,
      ...event,
      organisation_id: work.actor.organisationId,
      happened_at: work.now.toString(),
    })

/** In the order in which they happened. */
export const listDisclosureEvents = (work: Work, disclosureId: string): Promise<EventRow[]> =>
  tables(work)
    .selectFrom('disclosure_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('disclosure_id', '=', disclosureId)
    .orderBy('id')
    .execute()

export async function isDoneBefore(
  work: Work,
  disclosureId: string,
  kind: DisclosureEventKind,
  key: string | undefined,
): Promise<boolean> {
  if (!key) return false
  const row = await tables(work)
    .selectFrom('disclosure_event')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('disclosure_id', '=', disclosureId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes disclosures of which the last day is over, at most this many. */
export async function claimPastDisclosures(
  { db, actor }: Work,
  today: string,
  limit: number,
): Promise<DisclosureRow[]> {
  const { rows } = await sql<DisclosureRow>`
    select * from disclosure where organisation_id = ${actor.organisationId}
      and state in ('sent', 'delivered', 'returned', 'accepted') and end_on < ${today}
    order by end_on, id limit ${limit} for update skip locked`.execute(db)
  return rows
}
