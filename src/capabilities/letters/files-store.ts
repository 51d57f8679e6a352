import type { Pool } from '#platform/database.ts'
import type { Work } from '#platform/work.ts'
import { type StoredFormat, tables } from './tables.ts'

/** Fixes the letter with its files; what was written in it stays as it is. */
export async function fixRow(
  work: Work,
  letterId: string,
  files: readonly (readonly [StoredFormat, Uint8Array])[],
): Promise<void> {
  const organisation_id = work.actor.organisationId
  await tables(work)
    .insertInto('progress_letter_file')
    .values(
      files.map(([format, content]) => ({
        ...{ organisation_id, letter_id: letterId, format },
        content: Buffer.from(content),
        published: false,
      })),
    )
    .execute()
  const now = work.now.toString()
  await tables(work)
    .updateTable('progress_letter')
    .set({ state: 'fixed', fixed_at: now, changed_at: now })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', letterId)
    .execute()
}

/** From now on everybody reads it. */
export async function publishRow(work: Work, letterId: string): Promise<void> {
  const organisation_id = work.actor.organisationId
  await tables(work)
    .updateTable('progress_letter_file')
    .set({ published: true })
    .where('organisation_id', '=', organisation_id)
    .where('letter_id', '=', letterId)
    .execute()
  const now = work.now.toString()
  await tables(work)
    .updateTable('progress_letter')
    .set({ state: 'published', published_at: now, changed_at: now })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', letterId)
    .execute()
}

/** From now on nobody outside reads it. */
export async function takeBackRow(work: Work, letterId: string): Promise<void> {
  const organisation_id = work.actor.organisationId
  await tables(work)
    .updateTable('progress_letter_file')
    .set({ published: false })
    .where('organisation_id', '=', organisation_id)
    .where('letter_id', '=', letterId)
    .execute()
  await tables(work)
    .updateTable('progress_letter')
    .set({ state: 'fixed', published_at: null, changed_at: work.now.toString() })
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', letterId)
    .execute()
}

/** A file of a letter of this ministry, also before it is published. */
export async function findFile(
  work: Work,
  letterId: string,
  format: StoredFormat,
): Promise<Buffer | undefined> {
  const row = await tables(work)
    .selectFrom('progress_letter_file')
    .select('content')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('letter_id', '=', letterId)
    .where('format', '=', format)
    .executeTakeFirst()
  return row?.content
}

export type PublishedLine = {
  readonly id: string
  readonly title: string
  readonly organisation_name: string
  readonly published_at: string
  /** the letter that it corrects, and the one that corrects it; only of those that are published */
  readonly corrects: string | null
  readonly corrected_by: string | null
}

/** For everybody, the newest first: all, or one of them. */
export async function listPublished(
  pool: Pool,
  id: string | null = null,
): Promise<readonly PublishedLine[]> {
  const { rows } = await pool.query<PublishedLine>({
    name: 'list-published-letters',
    text: 'select * from list_published_letters($1)',
    values: [id],
  })
  return rows
}

/** For everybody. */
export async function findPublishedFile(
  pool: Pool,
  letterId: string,
  format: StoredFormat,
): Promise<Buffer | undefined> {
  const { rows } = await pool.query<{ content: Buffer }>({
    name: 'find-published-letter-file',
    text: 'select * from find_published_letter_file($1, $2)',
    values: [letterId, format],
  })
  return rows[0]?.content
}
