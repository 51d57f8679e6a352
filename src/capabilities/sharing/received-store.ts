import { sql } from 'kysely'
import { caseOpenTo } from '#capabilities/cases/index.ts'
import type { Role } from '#platform/actor.ts'
import { asOne } from '#platform/as-one.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { ReceivedState } from './disclosure.ts'
import type { At } from './occasion.ts'
import { type ReceivedEventKind, type SharingTables, tables } from './tables.ts'

export type ReceivedRow = SharingTables['received_disclosure']
type EventRow = SharingTables['received_event']
export type TakenRow = SharingTables['received_taken']

/** For the trail: it is for the circle of an own case alone. What is about it, programs do not hear either. */
export const circleOf = ({ case_id }: Pick<ReceivedRow, 'case_id'>): { circle?: true } =>
  case_id === null ? {} : { circle: true }

/** Lines of what came from one occasion on its page. */
const linesAtOccasion = 200

/** What arrived, and that it did. */
export const insertReceived = (
  work: Work,
  row: Omit<ReceivedRow, 'organisation_id' | 'received_at' | 'state'>,
): void => {
  const arrived = tables(work)
    .insertInto('received_disclosure')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'delivered',
      received_at: work.now.toString(),
    })
  const event = eventRow(work, { received_id: row.id, id: newId(), kind: 'delivered' })
  work.leave(asOne(work, arrived, event))
}

/** Past its last day it reads as ended, without its words, also before the job took them away. */
function received(work: Work) {
  const past = sql`end_on < ${dutchDay(work.now)}::date and content is not null`
  return tables(work)
    .selectFrom('received_disclosure')
    .select(['organisation_id', 'id', 'from_id', 'disclosure_id', 'reference', 'to_role'])
    .select(['received_at', 'end_on', 'facts', 'hash', 'at_kind', 'at_id', 'case_id'])
    .select([
      sql<ReceivedState>`case when ${past} then 'ended' else state end`.as('state'),
      sql<Buffer | null>`case when ${past} then null else content_key end`.as('content_key'),
      sql<Buffer | null>`case when ${past} then null else content end`.as('content'),
    ])
}

/** What was brought about an own case is for its circle; a program, of which nobody is in it, does not find it. */
const inSight = (work: Work) =>
  sql<boolean>`(case_id is null or ${caseOpenTo(work, 'received_disclosure.case_id')})`

/** For whoever holds the role that it was sent to; nobody else finds it. */
export const findReceivedRow = (
  work: Work,
  { id, roles, lock = false }: { id: string; roles: readonly Role[]; lock?: boolean },
): Promise<ReceivedRow | undefined> =>
  received(work)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('to_role', 'in', roles)
    .where(inSight(work))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** For the channel itself, locked: what was received, whoever reads it. */
export const findReceivedToKeep = (work: Work, id: string): Promise<ReceivedRow | undefined> =>
  received(work)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** For the channel itself: what became of an answer that somebody here gave. */
export const findReceivedToNote = (
  work: Work,
  id: string,
): Promise<Pick<ReceivedRow, 'to_role' | 'reference' | 'case_id'> | undefined> =>
  tables(work)
    .selectFrom('received_disclosure')
    .select(['to_role', 'reference', 'case_id'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** By what the sender calls it. Locked: a message is about it. */
export const findReceivedFrom = (
  work: Work,
  { from, disclosureId }: { from: string; disclosureId: string },
): Promise<ReceivedRow | undefined> =>
  received(work)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('from_id', '=', from)
    .where('disclosure_id', '=', disclosureId)
    .forUpdate()
    .executeTakeFirst()

/** What was received on an occasion, for its page: the last ones when there are more. */
export const listReceivedAt = (work: Work, { kind, id }: At): Promise<ReceivedRow[]> =>
  received(work)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('at_kind', '=', kind)
    .where('at_id', '=', id)
    .orderBy('id', 'desc')
    .limit(linesAtOccasion)
    .execute()

/** Everything that was received on an occasion and whose words are still here, locked. */
export const claimReceivedAt = (work: Work, { kind, id }: At): Promise<ReceivedRow[]> =>
  tables(work)
    .selectFrom('received_disclosure')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('at_kind', '=', kind)
    .where('at_id', '=', id)
    .where('content', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()

/** What can still be read or answered, the earliest last day first; or what is over, the latest first. */
export const listReceived = (
  work: Work,
  { roles, over, limit }: { roles: readonly Role[]; over: boolean; limit: number },
): Promise<ReceivedRow[]> =>
  received(work)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('to_role', 'in', roles)
    .where(inSight(work))
    .where(({ or, and, eb }) =>
      over
        ? or([eb('content', 'is', null), eb('end_on', '<', dutchDay(work.now))])
        : and([eb('content', 'is not', null), eb('end_on', '>=', dutchDay(work.now))]),
    )
    .orderBy('end_on', over ? 'desc' : 'asc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** By number, the oldest first: the same way at a million as at ten. */
export const listReceivedAfter = (
  work: Work,
  { roles, after, limit }: { roles: readonly Role[]; after: string | undefined; limit: number },
): Promise<ReceivedRow[]> =>
  received(work)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('to_role', 'in', roles)
    .where(inSight(work))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

export const updateReceived = (
  work: Work,
  id: string,
  change: Partial<Pick<ReceivedRow, 'state' | 'content' | 'content_key' | 'end_on'>>,
): void =>
  work.leave(
    tables(work)
      .updateTable('received_disclosure')
      .set(change)
      .where('organisation_id', '=', work.actor.organisationId)
      .where('id', '=', id)
      .compile(),
  )

/** The words of what was said about it; that something was said stays. */
export const eraseReceivedEvents = (work: Work, receivedId: string) =>
  tables(work)
    .updateTable('received_event')
    .set({ content: null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .where('content', 'is not', null)
    .execute()

type NewEvent = Pick<EventRow, 'received_id' | 'id' | 'kind'> &
  Partial<Pick<EventRow, 'by_person' | 'key' | 'because' | 'content'>>

export const insertReceivedEvent = (work: Work, event: NewEvent): void =>
  work.leave(eventRow(work, event).compile())

const eventRow = (work: Work, event: NewEvent) =>
  tables(work)
    .insertInto('received_event')
    .values({
      by_person: null,
      key: null,
      because: null,
      content: null,
      ...event,
      organisation_id: work.actor.organisationId,
      happened_at: work.now.toString(),
    })

/** In the order in which they happened. */
export const listReceivedEvents = (work: Work, receivedId: string): Promise<EventRow[]> =>
  tables(work)
    .selectFrom('received_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .orderBy('id')
    .execute()

export async function wasReceivedActDone(
  work: Work,
  receivedId: string,
  kind: ReceivedEventKind,
  key: string | undefined,
): Promise<boolean> {
  if (!key) return false
  const row = await tables(work)
    .selectFrom('received_event')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

export const insertTaken = (work: Work, row: Omit<TakenRow, 'organisation_id' | 'taken_at'>) =>
  tables(work)
    .insertInto('received_taken')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      taken_at: work.now.toString(),
    })
    .execute()

/** By fact, and in the order in which it was taken. */
export const listTaken = (work: Work, receivedId: string): Promise<TakenRow[]> =>
  tables(work)
    .selectFrom('received_taken')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('received_id', '=', receivedId)
    .orderBy('item_id')
    .orderBy('id')
    .execute()

/** Takes what was received and of which the last day is over, at most this many. */
export async function claimPastReceived(
  { db, actor }: Work,
  today: string,
  limit: number,
): Promise<ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    select * from received_disclosure where organisation_id = ${actor.organisationId}
      and content is not null and end_on < ${today}
    order by end_on, id limit ${limit} for update skip locked`.execute(db)
  return rows
}
