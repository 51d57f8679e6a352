import type { Insertable } from 'kysely'
import type { Work } from '#platform/work.ts'
import { type DossierTables, tables } from './tables.ts'

/** Everything that is kept within one dossier. Whether it is open to this person was asked before. */

type Row<T extends keyof DossierTables> = Omit<Insertable<DossierTables[T]>, 'organisation_id'>

const here = (work: Work) => ({ organisation_id: work.actor.organisationId })

export const insertOffence = (work: Work, row: Row<'dossier_offence'>) =>
  tables(work)
    .insertInto('dossier_offence')
    .values({ ...row, ...here(work) })
    .execute()

export const insertFact = (work: Work, row: Row<'dossier_fact'>) =>
  tables(work)
    .insertInto('dossier_fact')
    .values({ ...row, ...here(work) })
    .execute()

export const insertStatement = (work: Work, row: Row<'dossier_statement'>) =>
  tables(work)
    .insertInto('dossier_statement')
    .values({ ...row, ...here(work) })
    .execute()

export const insertAssessment = (work: Work, row: Row<'dossier_assessment'>) =>
  tables(work)
    .insertInto('dossier_assessment')
    .values({ ...row, ...here(work) })
    .execute()

export const insertDecision = (work: Work, row: Row<'dossier_decision'>) =>
  tables(work)
    .insertInto('dossier_decision')
    .values({ ...row, ...here(work) })
    .execute()

export const insertOutcomes = (work: Work, rows: readonly Row<'dossier_outcome'>[]) =>
  tables(work)
    .insertInto('dossier_outcome')
    .values(rows.map((row) => ({ ...row, ...here(work) })))
    .execute()

export const insertNotice = (work: Work, row: Row<'dossier_notice'>) =>
  tables(work)
    .insertInto('dossier_notice')
    .values({ ...row, ...here(work) })
    .execute()

/** Only while it is being prepared: what was sent, or not and why, stays as it is. */
export const updateDraftNotice = (
  work: Work,
  { dossierId, id }: { dossierId: string; id: string },
  change: Pick<Row<'dossier_notice'>, 'state' | 'told_on' | 'content' | 'written_at'>,
) =>
  tables(work)
    .updateTable('dossier_notice')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()

export const insertObjection = (work: Work, row: Row<'dossier_objection'>) =>
  tables(work)
    .insertInto('dossier_objection')
    .values({ ...row, ...here(work) })
    .execute()

export const updateObjection = (
  work: Work,
  { dossierId, id }: { dossierId: string; id: string },
  change: Partial<
    Pick<DossierTables['dossier_objection'], 'heard_on' | 'answered_on' | 'upheld' | 'content'>
  >,
) =>
  tables(work)
    .updateTable('dossier_objection')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', id)
    .execute()

const withdrawable = ['dossier_fact', 'dossier_offence', 'dossier_statement'] as const
export type Withdrawable = (typeof withdrawable)[number]

/** Answers false when it is not there, or was withdrawn before. */
export async function withdrawRow(
  work: Work,
  table: Withdrawable,
  { dossierId, id }: { dossierId: string; id: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(work)
    .updateTable(table)
    .set({ withdrawn_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const of = <T extends keyof DossierTables & `dossier_${string}`>(
  work: Work,
  table: T,
  dossierId: string,
) =>
  tables(work)
    .selectFrom(table as 'dossier_fact')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId) as unknown as {
    orderBy(column: string): { execute(): Promise<DossierTables[T][]> }
  }

/** All of one kind in this dossier; ids grow with time, so the oldest comes first. */
export const listOffences = (work: Work, dossierId: string) =>
  of(work, 'dossier_offence', dossierId).orderBy('id').execute()
export const listFacts = (work: Work, dossierId: string) =>
  of(work, 'dossier_fact', dossierId).orderBy('id').execute()
export const listStatements = (work: Work, dossierId: string) =>
  of(work, 'dossier_statement', dossierId).orderBy('id').execute()
export const listAssessments = (work: Work, dossierId: string) =>
  of(work, 'dossier_assessment', dossierId).orderBy('id').execute()
export const listDecisions = (work: Work, dossierId: string) =>
  of(work, 'dossier_decision', dossierId).orderBy('id').execute()
export const listOutcomes = (work: Work, dossierId: string) =>
  of(work, 'dossier_outcome', dossierId).orderBy('decision_id').execute()
export const listNotices = (work: Work, dossierId: string) =>
  tables(work)
    .selectFrom('dossier_notice')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
export const listObjections = (work: Work, dossierId: string) =>
  of(work, 'dossier_objection', dossierId).orderBy('id').execute()

/** What was assessed since the last decision, before or after the dossier was reopened; ids grow with time. */
export async function assessmentsNow(work: Work, dossierId: string) {
  const before = (await listDecisions(work, dossierId)).at(-1)?.id ?? ''
  return (await listAssessments(work, dossierId)).filter(({ id }) => id > before)
}

/** How many facts came in after this moment (ISO instant), withdrawn ones left out. */
export async function countFactsSince(work: Work, dossierId: string, since: string) {
  const row = await tables(work)
    .selectFrom('dossier_fact')
    .select((count) => count.fn.countAll<string>().as('facts'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('added_at', '>', since)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.facts)
}

type Taken = { readonly dossierId: string; readonly receivedId: string }

/** The fact that was taken over from this received item. */
export const findReceived = (work: Work, { dossierId, receivedId }: Taken) =>
  tables(work)
    .selectFrom('dossier_fact')
    .select(['id', 'recalled_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('received_id', '=', receivedId)
    .executeTakeFirst()

export const markRecalled = (work: Work, { dossierId, receivedId }: Taken) =>
  tables(work)
    .updateTable('dossier_fact')
    .set({ recalled_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('dossier_id', '=', dossierId)
    .where('received_id', '=', receivedId)
    .execute()
