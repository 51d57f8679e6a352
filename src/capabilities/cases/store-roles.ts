import type { Work } from '#platform/work.ts'
import { type CaseTables, tables } from './tables.ts'

export type RoleRow = CaseTables['case_role']

export async function insertRole(
  work: Work,
  row: Pick<
    RoleRow,
    'case_id' | 'id' | 'role' | 'from_on' | 'until_on' | 'judged_by' | 'key' | 'content'
  >,
): Promise<void> {
  await tables(work)
    .insertInto('case_role')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      judged_at: work.now.toString(),
      ended_by: null,
      ended_at: null,
      end_words: null,
    })
    .execute()
}

export const findRoleByKey = (work: Work, caseId: string, key: string) =>
  tables(work)
    .selectFrom('case_role')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('key', '=', key)
    .executeTakeFirst()

export const findRoleRow = (work: Work, caseId: string, id: string): Promise<RoleRow | undefined> =>
  tables(work)
    .selectFrom('case_role')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()

/** In the order in which they were judged: none is more than another. */
export const listRoleRows = (work: Work, caseId: string): Promise<RoleRow[]> =>
  tables(work)
    .selectFrom('case_role')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()

export async function updateRole(
  work: Work,
  { caseId, id }: { caseId: string; id: string },
  change: Pick<RoleRow, 'until_on' | 'ended_by' | 'ended_at' | 'end_words'>,
): Promise<void> {
  await tables(work)
    .updateTable('case_role')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute()
}
