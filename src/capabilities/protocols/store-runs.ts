import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { RunState } from './run.ts'
import { type EventRow, type RunRow, type StepRow, tables } from './tables.ts'

/** Where a run belongs: a case, or nothing but practice. */
export type Home = { readonly caseId: string } | 'drill'

export const findRunRow = (
  work: Work,
  home: Home,
  id: string,
  lock = false,
): Promise<RunRow | undefined> =>
  tables(work)
    .selectFrom('protocol_run')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(home === 'drill', (query) => query.where('drill', 'is not', null))
    .$if(home !== 'drill', (query) =>
      query.where('case_id', '=', home === 'drill' ? null : home.caseId),
    )
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** Newest first. */
export const listRunRows = (work: Work, home: Home): Promise<RunRow[]> =>
  tables(work)
    .selectFrom('protocol_run')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .$if(home === 'drill', (query) => query.where('drill', 'is not', null))
    .$if(home !== 'drill', (query) =>
      query.where('case_id', '=', home === 'drill' ? null : home.caseId),
    )
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()

export const findRunByKey = (work: Work, personId: string, key: string) =>
  tables(work)
    .selectFrom('protocol_run')
    .select(['id', 'case_id'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('started_by', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

/** Answers whether it began: a case has one run at a time. */
export async function insertRun(
  work: Work,
  row: Omit<RunRow, 'organisation_id' | 'started_at' | 'ended_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('protocol_run')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      started_at: work.now.toString(),
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateRun(
  work: Work,
  id: string,
  { state, answers }: { readonly state: RunState; readonly answers: Buffer },
): Promise<void> {
  await tables(work)
    .updateTable('protocol_run')
    .set({ state, answers, ended_at: state === 'ended' ? work.now.toString() : null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

export const listStepRows = (work: Work, runId: string): Promise<StepRow[]> =>
  tables(work)
    .selectFrom('protocol_step')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('run_id', '=', runId)
    .execute()

/** A step of a run in this case, by the number of its row. */
export const findStepIn = (
  work: Work,
  caseId: string,
  id: string,
): Promise<Pick<StepRow, 'run_id' | 'step'> | undefined> =>
  tables(work)
    .selectFrom('protocol_step')
    .innerJoin('protocol_run', (join) =>
      join
        .onRef('protocol_run.organisation_id', '=', 'protocol_step.organisation_id')
        .onRef('protocol_run.id', '=', 'protocol_step.run_id'),
    )
    .select(['protocol_step.run_id', 'protocol_step.step'])
    .where('protocol_step.organisation_id', '=', work.actor.organisationId)
    .where('protocol_step.id', '=', id)
    .where('protocol_run.case_id', '=', caseId)
    .executeTakeFirst()

export type StepChangeRow = Omit<StepRow, 'organisation_id' | 'run_id' | 'id'>

export async function insertSteps(
  work: Work,
  runId: string,
  rows: readonly StepChangeRow[],
): Promise<void> {
  await tables(work)
    .insertInto('protocol_step')
    .values(
      rows.map((row) => ({
        ...row,
        organisation_id: work.actor.organisationId,
        run_id: runId,
        id: newId(),
      })),
    )
    .execute()
}

export async function updateStep(
  work: Work,
  runId: string,
  { step, ...change }: StepChangeRow,
): Promise<void> {
  await tables(work)
    .updateTable('protocol_step')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('run_id', '=', runId)
    .where('step', '=', step)
    .execute()
}

export const listEventRows = (work: Work, runId: string): Promise<EventRow[]> =>
  tables(work)
    .selectFrom('protocol_event')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('run_id', '=', runId)
    .orderBy('id')
    .execute()

export type NewEvent = Pick<EventRow, 'id' | 'kind' | 'by_person'> &
  Partial<Pick<EventRow, 'step' | 'round' | 'opened_at' | 'due_on' | 'due_at' | 'words' | 'key'>>

export async function insertRunEvent(work: Work, runId: string, event: NewEvent): Promise<void> {
  await tables(work)
    .insertInto('protocol_event')
    .values({
      step: null,
      round: null,
      opened_at: null,
      due_on: null,
      due_at: null,
      words: null,
      key: null,
      ...event,
      organisation_id: work.actor.organisationId,
      run_id: runId,
      happened_at: work.now.toString(),
    })
    .execute()
}

/** When the run last went on after the immediate route. */
export async function findResumedAt(work: Work, runId: string): Promise<string | undefined> {
  const last = await tables(work)
    .selectFrom('protocol_event')
    .select(({ fn }) => fn.max<string | null>('happened_at').as('at'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('run_id', '=', runId)
    .where('kind', '=', 'resumed')
    .executeTakeFirst()
  return last?.at ?? undefined
}

/** Whether this person sent this very form before. */
export const isSentBefore = async (
  work: Work,
  runId: string,
  { personId, kind, key }: { personId: string; kind: EventRow['kind']; key: string },
): Promise<boolean> => {
  const found = await tables(work)
    .selectFrom('protocol_event')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('run_id', '=', runId)
    .where('by_person', '=', personId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return found !== undefined
}

/** Everything of a drill; a run in a case stays. */
export async function deleteDrill(work: Work, id: string): Promise<void> {
  for (const table of ['protocol_event', 'protocol_step'] as const) {
    await tables(work)
      .deleteFrom(table)
      .where('organisation_id', '=', work.actor.organisationId)
      .where('run_id', '=', id)
      .execute()
  }
  await tables(work)
    .deleteFrom('protocol_run')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('drill', 'is not', null)
    .execute()
}
