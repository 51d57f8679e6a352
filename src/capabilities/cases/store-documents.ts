import type { Work } from '#platform/work.ts'
import { type DocumentRow, tables } from './tables.ts'

type Place = { readonly caseId: string; readonly id: string }

export async function insertDocument(
  work: Work,
  row: Omit<
    DocumentRow,
    'organisation_id' | 'added_at' | 'removed_by' | 'removed_at' | 'removed_words'
  >,
): Promise<void> {
  await tables(work)
    .insertInto('case_document')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      added_at: work.now.toString(),
      removed_by: null,
      removed_at: null,
      removed_words: null,
    })
    .execute()
}

export async function insertChunk(
  work: Work,
  { caseId, id }: Place,
  nth: number,
  content: Buffer,
): Promise<void> {
  await tables(work)
    .insertInto('case_document_chunk')
    .values({
      organisation_id: work.actor.organisationId,
      case_id: caseId,
      document_id: id,
      nth,
      content,
    })
    .execute()
}

export const findDocumentRow = (
  work: Work,
  { caseId, id }: Place,
): Promise<DocumentRow | undefined> =>
  tables(work)
    .selectFrom('case_document')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What a form with this key sent before. */
export const findDocumentByKey = (work: Work, caseId: string, key: string) =>
  tables(work)
    .selectFrom('case_document')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('key', '=', key)
    .executeTakeFirst()

/** Newest first. */
export const listDocumentRows = (
  work: Work,
  caseId: string,
  most: number,
): Promise<DocumentRow[]> =>
  tables(work)
    .selectFrom('case_document')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Those that were not removed. */
export async function countDocuments(work: Work, caseId: string): Promise<number> {
  const { count } = await tables(work)
    .selectFrom('case_document')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Sealed parts from this place on. */
export async function listChunks(
  work: Work,
  { caseId, id }: Place,
  { from, most }: { from: number; most: number },
): Promise<Buffer[]> {
  const rows = await tables(work)
    .selectFrom('case_document_chunk')
    .select(['nth', 'content'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('document_id', '=', id)
    .where('nth', '>=', from)
    .where('nth', '<', from + most)
    .execute()
  return rows.toSorted((one, other) => one.nth - other.nth).map(({ content }) => content)
}

/** Its key, its words and its parts go; that it was there, and who removed it, stays. */
export async function emptyDocument(
  work: Work,
  { caseId, id }: Place,
  { by, words }: { by: string; words: Buffer },
): Promise<void> {
  await tables(work)
    .deleteFrom('case_document_chunk')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('document_id', '=', id)
    .execute()
  await tables(work)
    .updateTable('case_document')
    .set({
      content_key: null,
      content: null,
      removed_by: by,
      removed_at: work.now.toString(),
      removed_words: words,
    })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute()
}
