import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { type ArrestTables, tables } from './tables.ts'

export type NoteRow = ArrestTables['police_file_note']

export const insertNote = (
  work: Work,
  actor: PersonActor,
  row: Omit<
    NoteRow,
    | 'organisation_id'
    | 'written_by'
    | 'written_at'
    | 'withdrawn_at'
    | 'withdrawn_by'
    | 'recalled_at'
  >,
) =>
  tables(work)
    .insertInto('police_file_note')
    .values({
      ...row,
      organisation_id: actor.organisationId,
      written_by: actor.personId,
      written_at: work.now.toString(),
      withdrawn_at: null,
      withdrawn_by: null,
      recalled_at: null,
    })
    .execute()

type Heard = Pick<NoteRow, 'file_id' | 'id' | 'kind' | 'code' | 'happened_at' | 'content'>

/** What another organisation answered: nobody here wrote it. As the system actor `delivery`. */
export const insertHeard = (work: Work, row: Heard) =>
  tables(work)
    .insertInto('police_file_note')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      written_by: null,
      written_at: work.now.toString(),
      ...{ until_at: null, done: null, from_index: null, key: null },
      ...{ withdrawn_at: null, withdrawn_by: null, recalled_at: null },
    })
    .execute()

/** Everything that was written, in that order; a file of an arrest has few. */
export const listNoteRows = (work: Work, fileIds: readonly string[]): Promise<NoteRow[]> =>
  tables(work)
    .selectFrom('police_file_note')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', 'in', fileIds)
    .orderBy('id')
    .execute()

export const findNoteRow = (work: Work, fileId: string, id: string): Promise<NoteRow | undefined> =>
  tables(work)
    .selectFrom('police_file_note')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function isWrittenBefore(work: Work, fileId: string, key: string): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('police_file_note')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** Its words go; that it stood there, from whom and when, stays. */
export const withdrawNoteRow = (work: Work, actor: PersonActor, fileId: string, id: string) =>
  tables(work)
    .updateTable('police_file_note')
    .set({ content: null, withdrawn_at: work.now.toString(), withdrawn_by: actor.personId })
    .where('organisation_id', '=', actor.organisationId)
    .where('file_id', '=', fileId)
    .where('id', '=', id)
    .execute()

/** Whether this received fact stands in the file; ask it locked. */
export async function findTakenId(
  work: Work,
  fileId: string,
  fromIndex: Buffer,
): Promise<string | undefined> {
  const row = await tables(work)
    .selectFrom('police_file_note')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .where('from_index', '=', fromIndex)
    .executeTakeFirst()
  return row?.id
}

/** Of what came from elsewhere: that it was recalled there. Answers how many. */
export async function markRecalledRows(
  work: Work,
  fileId: string,
  fromIndex: Buffer,
): Promise<number> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('police_file_note')
    .set({ recalled_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .where('from_index', '=', fromIndex)
    .where('recalled_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
