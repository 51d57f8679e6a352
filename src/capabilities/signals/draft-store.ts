import { sql } from 'kysely'
import { forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

type SealedDraft = { id: string; content_key: Buffer; content: Buffer }

/**
 * Drafts belong to one person: every query here asks for that person's own. Answers false when a form
 * with this key began a draft before.
 */
export async function insertDraft(
  work: Work,
  personId: string,
  { key, ...draft }: SealedDraft & { key?: string | undefined },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('signal_draft')
    .values({
      ...draft,
      organisation_id: work.actor.organisationId,
      person_id: personId,
      started_at: work.now.toString(),
      saved_at: work.now.toString(),
      key: key ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const findDraftByKey = (work: Work, personId: string, key: string) =>
  tables(work)
    .selectFrom('signal_draft')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

export const findDraftRow = (work: Work, personId: string, id: string, lock = false) =>
  tables(work)
    .selectFrom('signal_draft')
    .select(['id', 'content_key', 'content', 'saved_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

export function leaveDraft(work: Work, id: string, content: Buffer): void {
  work.leave(
    tables(work)
      .updateTable('signal_draft')
      .set({ content, saved_at: work.now.toString() })
      .where('organisation_id', '=', work.actor.organisationId)
      .where('id', '=', id)
      .compile(),
  )
}

/** The draft, which is no more when this transaction is kept. A second taker waits and finds nothing. */
export const takeDraftRow = (work: Work, personId: string, id: string) =>
  tables(work)
    .deleteFrom('signal_draft')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning(['content_key', 'content'])
    .executeTakeFirst()

export const deleteDraft = async (work: Work, personId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tables(work)
    .deleteFrom('signal_draft')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export const listDraftRows = (work: Work, personId: string) =>
  tables(work)
    .selectFrom('signal_draft')
    .select(['id', 'content_key', 'content', 'saved_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .orderBy('saved_at', 'desc')
    .limit(20)
    .execute()

/** A draft that nobody changed any more. */
export const forgetDrafts = forgetting('signal_draft', (before) => sql`saved_at < ${before}`)
