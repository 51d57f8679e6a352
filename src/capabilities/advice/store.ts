import { type RawBuilder, sql } from 'kysely'
import { caseOpenTo } from '#capabilities/cases/index.ts'
import type { Work } from '#platform/work.ts'
import { mayAdvise, mayAsk } from './access.ts'
import type { AdviceAct, Side, Standing } from './advice.ts'
import { type QuestionRow, type StepRow, tables } from './tables.ts'

/**
 * The rule of access as part of every query. What was asked of us is for who advises. What we asked is for who
 * may ask: with a case only for its circle, without one for all of them, so that it is never with nobody.
 */
function openTo(work: Work): RawBuilder<boolean> {
  const asked = mayAsk(work.actor)
    ? sql<boolean>`(side = 'asked' and (case_id is null or ${caseOpenTo(work, 'advice_question.case_id')}))`
    : sql<boolean>`false`
  const received = mayAdvise(work.actor) ? sql<boolean>`side = 'received'` : sql<boolean>`false`
  return sql<boolean>`(${asked} or ${received})`
}

const own = (work: Work) =>
  tables(work)
    .selectFrom('advice_question')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)

export const findOpenTo = (
  work: Work,
  id: string,
  lock = false,
): Promise<QuestionRow | undefined> =>
  own(work)
    .where('id', '=', id)
    .where(openTo(work))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** For the system actor `delivery`: the question on this side with this other organisation, locked. */
export const findWith = (
  work: Work,
  { id, side, other }: { id: string; side: Side; other: string },
): Promise<QuestionRow | undefined> =>
  own(work)
    .where('id', '=', id)
    .where('side', '=', side)
    .where('other_id', '=', other)
    .forUpdate()
    .executeTakeFirst()

/** Longest ago first: ids grow with time. */
export const listGoingOn = (work: Work, side: Side, limit: number): Promise<QuestionRow[]> =>
  own(work)
    .where('side', '=', side)
    .where(openTo(work))
    .where(sql<boolean>`not ${over}`)
    .orderBy('id')
    .limit(limit)
    .execute()

/** The newest first. */
export const listOver = (work: Work, side: Side, limit: number): Promise<QuestionRow[]> =>
  own(work)
    .where('side', '=', side)
    .where(openTo(work))
    .where(over)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

const over = sql<boolean>`(closed_at is not null or (side = 'received' and state = 'ended'))`

/** Of a case that this person may see: asked before. */
export const listOfCase = (work: Work, caseId: string): Promise<QuestionRow[]> =>
  own(work).where('case_id', '=', caseId).where(openTo(work)).orderBy('id').execute()

export async function isThere(work: Work, id: string): Promise<boolean> {
  const row = await own(work).where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function findAskedBefore(
  work: Work,
  personId: string,
  key: string,
): Promise<string | undefined> {
  const row = await own(work)
    .where('asked_by', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id
}

type NewQuestion = Pick<
  QuestionRow,
  'id' | 'side' | 'other_id' | 'code' | 'content_key' | 'content'
> &
  Partial<Pick<QuestionRow, 'case_id' | 'asked_by' | 'key' | 'asked_at'>>

/** Answers whether it was made; not when a form with this key made one before. */
export async function insertQuestion(work: Work, row: NewQuestion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('advice_question')
    .values({
      case_id: null,
      asked_by: null,
      key: null,
      asked_at: work.now.toString(),
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'waiting',
      pending_id: null,
      undelivered_because: null,
      holder_id: null,
      closed_at: null,
      changed_at: work.now.toString(),
      steps: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'asked_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const standingOf = (
  row: Pick<QuestionRow, 'state' | 'pending_id' | 'closed_at'>,
): Standing => ({
  adviser: row.state,
  pending: row.pending_id ?? undefined,
  closed: row.closed_at !== null,
})

/** Writes a step and where the question stands after it; the row was locked by who asked for it. */
export async function writeStep(
  work: Work,
  row: QuestionRow,
  {
    standing,
    step,
    holder,
  }: {
    standing: Standing
    step: {
      id: string
      act: AdviceAct
      by: string | undefined
      key?: string | undefined
      content: Buffer
    }
    holder?: string | undefined
  },
): Promise<void> {
  const organisation_id = work.actor.organisationId
  const now = work.now.toString()
  await tables(work)
    .updateTable('advice_question')
    .set({
      state: standing.adviser,
      pending_id: standing.pending ?? null,
      closed_at: standing.closed ? (row.closed_at ?? now) : null,
      changed_at: now,
      steps: row.steps + 1,
      ...(holder ? { holder_id: holder } : {}),
    })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', row.id)
    .execute()
  await tables(work)
    .insertInto('advice_step')
    .values({
      organisation_id,
      question_id: row.id,
      number: row.steps + 1,
      id: step.id,
      act: step.act,
      by_person: step.by ?? null,
      at: now,
      undelivered_because: null,
      key: step.key ?? null,
      content: step.content,
    })
    .execute()
}

export async function isDoneBefore(
  work: Work,
  { id, personId, key }: { id: string; personId: string; key: string },
): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('advice_step')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('question_id', '=', id)
    .where('by_person', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

export const listSteps = (work: Work, questionId: string): Promise<StepRow[]> =>
  tables(work)
    .selectFrom('advice_step')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('question_id', '=', questionId)
    .orderBy('number')
    .execute()

/** The other organisation refused it: nobody there will ever read it. */
export const noteUndeliveredQuestion = (work: Work, id: string, because: string) =>
  tables(work)
    .updateTable('advice_question')
    .set({ undelivered_because: because, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('side', '=', 'asked')
    .returning(['code', 'asked_by'])
    .executeTakeFirst()

export const noteUndeliveredStep = (work: Work, id: string, because: string) =>
  tables(work)
    .updateTable('advice_step')
    .set({ undelivered_because: because })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('by_person', 'is not', null)
    .execute()

/** What is over and was not touched since this moment goes whole, with all that was said. */
export async function deleteOlder(work: Work, before: string, limit: number): Promise<number> {
  const organisation = work.actor.organisationId
  const { numAffectedRows } = await sql`
    with old as (
      select id from advice_question
      where organisation_id = ${organisation} and ${over} and changed_at < ${before}::timestamptz
      limit ${limit} for update skip locked
    ), said as (
      delete from advice_step where organisation_id = ${organisation} and question_id in (select id from old)
    )
    delete from advice_question where organisation_id = ${organisation} and id in (select id from old)`.execute(
    work.db,
  )
  return Number(numAffectedRows ?? 0n)
}
