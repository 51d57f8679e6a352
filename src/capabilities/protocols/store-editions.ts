import { sql } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { EditionState } from './edition.ts'
import { type EditionRow, tables } from './tables.ts'

export const findEditionIn = (
  work: Work,
  state: Exclude<EditionState, 'replaced'>,
  lock = false,
): Promise<EditionRow | undefined> =>
  tables(work)
    .selectFrom('protocol_edition')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('state', '=', state)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

export const findEditionRow = (work: Work, id: string): Promise<EditionRow | undefined> =>
  tables(work)
    .selectFrom('protocol_edition')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Newest first, without their words. */
export const listEditionRows = (work: Work) =>
  tables(work)
    .selectFrom('protocol_edition')
    .select(['id', 'number', 'state', 'made_at', 'in_force_at', 'replaced_at', 'in_force_by'])
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

type NewDraft = Pick<EditionRow, 'id' | 'example' | 'made_by' | 'content_key' | 'content'>

/** Answers whether there was no draft yet: a school has one at a time. */
export async function insertDraft(work: Work, row: NewDraft): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('protocol_edition')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from protocol_edition
        where organisation_id = ${work.actor.organisationId})`,
      state: 'draft',
      made_at: work.now.toString(),
      in_force_by: null,
      in_force_at: null,
      replaced_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateEdition(
  work: Work,
  id: string,
  change: Partial<Omit<EditionRow, 'organisation_id' | 'id'>>,
): Promise<void> {
  await tables(work)
    .updateTable('protocol_edition')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(work: Work, id: string): Promise<void> {
  await tables(work)
    .deleteFrom('protocol_edition')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}
