import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import { workersIn } from './access.ts'
import type { TaskClock } from './case-file.ts'
import type { From } from './entry.ts'
import { inCircleOf } from './store-circle.ts'
import { isOpen, type TaskRow, type TaskState, tables } from './tables.ts'

type NewTask = Pick<
  TaskRow,
  'id' | 'case_id' | 'owner_id' | 'coordinator_id' | 'clock' | 'due_on' | 'made_by' | 'content'
> &
  Pick<TaskRow, 'from_capability' | 'from_id' | 'place' | 'key'>

export async function insertTask(work: Work, row: NewTask): Promise<void> {
  await tables(work)
    .insertInto('case_task')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'open',
      made_at: work.now.toString(),
      ended_by: null,
      ended_at: null,
      reminded_on: null,
      end_words: null,
    })
    .execute()
}

export const findTaskRow = (work: Work, id: string): Promise<TaskRow | undefined> =>
  tables(work)
    .selectFrom('case_task')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

export const findTaskByKey = (work: Work, caseId: string, key: string) =>
  tables(work)
    .selectFrom('case_task')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('key', '=', key)
    .executeTakeFirst()

/** Of one case: what is open by term, or what was ended. */
export const listTasks = (work: Work, caseId: string, open: boolean): Promise<TaskRow[]> =>
  tables(work)
    .selectFrom('case_task')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('state', open ? '=' : '!=', 'open')
    .orderBy('due_on')
    .orderBy('id')
    .execute()

export async function updateTask(
  work: Work,
  id: string,
  change: Partial<Omit<TaskRow, 'organisation_id' | 'id' | 'case_id'>>,
): Promise<void> {
  await tables(work)
    .updateTable('case_task')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

const ended = (work: Work, state: TaskState) => ({
  state,
  ended_at: work.now.toString(),
  ended_by: work.actor.kind === 'person' ? work.actor.personId : null,
})

/**
 * Ends what is open of this record, and what closing its case dropped: opening that case again must not bring back
 * what is over at its place. Answers how many.
 */
export async function endTasksOf(
  work: Work,
  { capability, id }: From,
  state: Exclude<TaskState, 'open'>,
): Promise<number> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('case_task')
    .set(ended(work, state))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('from_id', '=', id)
    .where('from_capability', '=', capability)
    .where(
      sql<boolean>`(state = 'open' or (state = 'dropped' and end_words is null and ended_at = (select f.closed_at
        from case_file f where f.organisation_id = case_task.organisation_id and f.id = case_task.case_id)))`,
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/**
 * For queries of other capabilities: something that came from its record in this column is still to be done, by this
 * person when one is given.
 */
export const openTaskFrom = (
  work: Work,
  { capability, column, owner }: { capability: string; column: string; owner?: string },
): RawBuilder<boolean> =>
  sql<boolean>`exists (select from case_task k where k.organisation_id = ${work.actor.organisationId}
    and k.from_capability = ${capability} and k.from_id = ${sql.ref(column)} and k.state = 'open'
    ${owner ? sql`and k.owner_id = ${owner}` : sql``})`

export async function endAllTasks(work: Work, caseId: string): Promise<void> {
  await tables(work)
    .updateTable('case_task')
    .set(ended(work, 'dropped'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()
}

/** What was dropped because the case was closed at this moment is to be done again, by whom and when it was. */
export async function reopenTasks(work: Work, caseId: string, closedAt: string): Promise<void> {
  await tables(work)
    .updateTable('case_task')
    .set({ state: 'open', ended_at: null, ended_by: null, reminded_on: null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'dropped')
    .where('ended_at', '=', closedAt)
    .where('end_words', 'is', null)
    .execute()
}

/** Open tasks of a case go to its new coordinator's day, and those of who left the circle to the coordinator. */
export async function passTasks(
  work: Work,
  caseId: string,
  { coordinatorId, ownerLeft }: { coordinatorId: string; ownerLeft?: string },
): Promise<void> {
  const owned = sql<string>`case when owner_id = ${ownerLeft ?? null}::uuid then ${coordinatorId}::uuid else owner_id end`
  await tables(work)
    .updateTable('case_task')
    .set({ coordinator_id: coordinatorId, owner_id: owned })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()
}

/** What somebody who left still had to do goes to who coordinates each case; their own cases wait for who takes over. */
export async function passTasksOf(work: Work, personId: string): Promise<void> {
  await tables(work)
    .updateTable('case_task')
    .set(({ ref }) => ({ owner_id: ref('coordinator_id') }))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('owner_id', '=', personId)
    .where('coordinator_id', '!=', personId)
    .where('state', '=', isOpen)
    .execute()
}

export type DayPlace = { readonly dueOn: string; readonly id: string }

type Day = {
  readonly clock: TaskClock
  /** ISO dates, both included; without `from` everything that is late too */
  readonly from?: string | undefined
  readonly until: string
  readonly after?: DayPlace | undefined
  readonly limit: number
}

/**
 * Of this person, or of a case that this person coordinates: by term only. Each half is read in the order of
 * its index until the page is full.
 */
export const listDay = async (
  work: Work,
  personId: string,
  { clock, from, until, after, limit }: Day,
) => {
  const half = (name: string, column: 'owner_id' | 'coordinator_id') =>
    work.db
      .selectFrom(
        tables(work)
          .selectFrom('case_task')
          .innerJoin('case_file', (join) =>
            join
              .onRef('case_file.organisation_id', '=', 'case_task.organisation_id')
              .onRef('case_file.id', '=', 'case_task.case_id'),
          )
          .select([
            'case_task.id',
            'case_task.case_id',
            'case_task.owner_id',
            'case_task.due_on',
            'case_task.place',
            'case_task.content',
            'case_file.code',
            'case_file.content_key',
          ])
          .where('case_task.organisation_id', '=', work.actor.organisationId)
          .where(`case_task.${column}`, '=', personId)
          .where('case_task.clock', '=', clock)
          .where('case_task.state', '=', isOpen)
          .where('case_task.due_on', '<=', until)
          .where(inCircleOf(work, personId, 'case_task.case_id'))
          .$if(from !== undefined, (query) => query.where('case_task.due_on', '>=', from ?? ''))
          .$if(after !== undefined, (query) =>
            query.where(
              sql<boolean>`(case_task.due_on, case_task.id) > (${after?.dueOn}::date, ${after?.id}::uuid)`,
            ),
          )
          .orderBy('case_task.due_on')
          .orderBy('case_task.id')
          .limit(sql.lit(limit))
          .as(name),
      )
      .selectAll()
  return half('owned', 'owner_id')
    .union(half('coordinated', 'coordinator_id'))
    .orderBy('due_on')
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute()
}

/**
 * Open tasks that are due and of which nobody was reminded, marked as reminded. A task that another server
 * is claiming now is passed by. `to`: the owner when they work here and may see the case, else the coordinator
 * who does; nobody when a message would lead nowhere.
 */
export async function claimDueTasks(work: Work, today: string, limit: number) {
  const { organisationId } = work.actor
  const reached = (person: string) =>
    sql`exists (select from membership m where m.organisation_id = ${organisationId} and m.person_id = ${sql.ref(person)}
      and m.active and m.roles && ${workersIn(work)}::text[]) and ${inCircleOf(work, sql.ref(person), 'r.case_id')}`
  const { rows } = await sql<{ to: string | null; code: string }>`
    with due as (
      select id from case_task where organisation_id = ${organisationId} and state = 'open'
        and reminded_on is null and due_on <= ${today}::date
      order by due_on, id limit ${limit} for update skip locked
    ), reminded as (
      update case_task t set reminded_on = ${today}::date from due
      where t.organisation_id = ${organisationId} and t.id = due.id
      returning t.owner_id, t.coordinator_id, t.case_id
    )
    select case when ${reached('r.owner_id')} then r.owner_id
      when ${reached('r.coordinator_id')} then r.coordinator_id end as to, f.code from reminded r
    join case_file f on f.organisation_id = ${organisationId} and f.id = r.case_id`.execute(work.db)
  return rows
}
