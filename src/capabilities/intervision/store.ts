import { sql } from 'kysely'
import { type CountPeriod, momentIn } from '#platform/count-source.ts'
import type { Work } from '#platform/work.ts'
import { type IntervisionRow, tables } from './tables.ts'

/** The channel on which every server process hears that a table changed: numbers only. */
export const channel = 'intervision'

type NewRow = Pick<
  IntervisionRow,
  | 'id'
  | 'method'
  | 'edition'
  | 'phases'
  | 'silent'
  | 'about'
  | 'facilitator_id'
  | 'code_index'
  | 'content_key'
  | 'content'
  | 'key'
> &
  Partial<IntervisionRow>

/** Answers false when this form started one before. */
export async function insertIntervision(work: Work, row: NewRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('intervision')
    .values({
      state: 'gathering',
      on_paper: false,
      case_id: null,
      taken_to_case_at: null,
      phase: 0,
      revealed: [],
      phase_started_at: null,
      revision: 1,
      inbrenger_id: null,
      started_at: work.now.toString(),
      changed_at: work.now.toString(),
      ended_at: null,
      conclusion: null,
      outcome: null,
      owner_id: null,
      due_on: null,
      told_key: null,
      told: null,
      ...row,
      started_by: row.facilitator_id,
      organisation_id: work.actor.organisationId,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'started_by', 'key']).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const findByKey = (work: Work, personId: string, key: string) =>
  tables(work)
    .selectFrom('intervision')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('started_by', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

/**
 * Only for who sits at the table: for anybody else there is no such row. Both rows are locked together, so
 * that whoever waited while they were taken away does not act on the place they had.
 */
export const findIntervisionRow = (work: Work, personId: string, id: string, lock = false) =>
  tables(work)
    .selectFrom('intervision as i')
    .innerJoin('intervision_participant as p', (join) =>
      join
        .onRef('p.organisation_id', '=', 'i.organisation_id')
        .onRef('p.intervision_id', '=', 'i.id'),
    )
    .selectAll('i')
    .where('i.organisation_id', '=', work.actor.organisationId)
    .where('i.id', '=', id)
    .where('p.person_id', '=', personId)
    .where('p.removed_at', 'is', null)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/**
 * By its code, while it can be joined, and not for who was taken away; locked, so that it does not end in
 * between.
 */
export const findByCode = (work: Work, personId: string, codeIndex: Buffer) =>
  tables(work)
    .selectFrom('intervision as i')
    .select(['i.id', 'i.state'])
    .where('i.organisation_id', '=', work.actor.organisationId)
    .where('i.code_index', '=', codeIndex)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('intervision_participant as p')
            .select('p.person_id')
            .whereRef('p.organisation_id', '=', 'i.organisation_id')
            .whereRef('p.intervision_id', '=', 'i.id')
            .where('p.person_id', '=', personId)
            .where('p.removed_at', 'is not', null),
        ),
      ),
    )
    .forUpdate()
    .executeTakeFirst()

export async function updateIntervision(
  work: Work,
  id: string,
  change: Partial<Omit<IntervisionRow, 'organisation_id' | 'id' | 'revision'>>,
): Promise<void> {
  await tables(work)
    .updateTable('intervision')
    .set({ changed_at: work.now.toString(), ...change })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Everybody at the table may see something new: counts it, and tells every server process at the commit. */
export function leaveChanged(work: Work, id: string): void {
  const organisation = work.actor.organisationId
  work.leave(
    sql`with changed as (
      update intervision set revision = revision + 1, changed_at = ${work.now.toString()}::timestamptz
      where organisation_id = ${organisation} and id = ${id}
      returning organisation_id, id, revision
    )
    select pg_notify(${channel}, organisation_id || ':' || id || ':' || revision) from changed`.compile(
      work.db,
    ),
  )
}

/** Somebody was taken away: tells every server process at the commit, so that their streams end. */
export const leaveGone = (work: Work, id: string, personId: string): void =>
  work.leave(
    sql`select pg_notify(${channel}, ${`${work.actor.organisationId}:${id}:gone:${personId}`})`.compile(
      work.db,
    ),
  )

/** What this person does according to tables that ended, also where they did not sit; the latest day first. */
export const listOwnedRows = (work: Work, personId: string, limit: number) =>
  tables(work)
    .selectFrom('intervision')
    .select(['id', 'content_key', 'conclusion', 'outcome', 'due_on'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('owner_id', '=', personId)
    .orderBy('due_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** How far these are, for streams that may have missed a notice. */
export const findRevisions = (work: Work, ids: readonly string[]) =>
  tables(work)
    .selectFrom('intervision')
    .select(['id', 'revision'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

/** Whose code is closed and whose key is destroyed in one statement; the number of them. */
export async function eraseOlder(work: Work, before: string, limit: number): Promise<number> {
  const organisation = work.actor.organisationId
  const { numAffectedRows } = await sql`
    with old as (
      select id from intervision
      where organisation_id = ${organisation} and content_key is not null
        and changed_at < ${before}::timestamptz
      limit ${limit} for update skip locked
    ), cards as (
      delete from intervision_contribution
      where organisation_id = ${organisation} and intervision_id in (select id from old)
    ), drafts as (
      update intervision_participant set draft = null
      where organisation_id = ${organisation} and intervision_id in (select id from old)
        and draft is not null
    )
    update intervision set content_key = null, content = null, conclusion = null, code_index = null,
      state = 'ended', ended_at = coalesce(ended_at, ${work.now.toString()}::timestamptz)
    where organisation_id = ${organisation} and id in (select id from old)`.execute(work.db)
  return Number(numAffectedRows ?? 0n)
}

/** Of the whole organisation: how many were closed in a period, with what they came to. */
export async function countClosed(work: Work, period: CountPeriod): Promise<number> {
  const row = await tables(work)
    .selectFrom('intervision')
    .select(({ fn }) => fn.countAll<string>().as('closed'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('told_key', 'is not', null)
    .where(momentIn('ended_at', period))
    .executeTakeFirstOrThrow()
  return Number(row.closed)
}
