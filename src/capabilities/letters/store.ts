import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { LetterContent } from './letter.ts'
import { type ChangeKind, type LetterRow, tables, type VersionRow } from './tables.ts'

type NewLetter = {
  readonly id: string
  readonly title: string
  readonly key?: string | null | undefined
  /** the letter that it corrects */
  readonly corrects?: string | null
}

/** Nothing when the same form was sent before: then it began a letter already. */
export async function insertLetter(
  work: Work,
  actor: PersonActor,
  { id, title, key = null, corrects = null }: NewLetter,
): Promise<boolean> {
  const made = await tables(work)
    .insertInto('progress_letter')
    .values({
      ...{ id, title, key, corrects },
      put_away_at: null,
      organisation_id: actor.organisationId,
      state: 'draft',
      version: 0,
      begun_by: actor.personId,
      begun_at: work.now.toString(),
      changed_at: work.now.toString(),
      fixed_at: null,
      published_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'begun_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Whether the form with this key began a letter already. */
export const hasBegun = async (work: Work, key: string): Promise<boolean> =>
  (await tables(work)
    .selectFrom('progress_letter')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('key', '=', key)
    .executeTakeFirst()) !== undefined

export const findLetter = (work: Work, id: string, lock = false): Promise<LetterRow | undefined> =>
  tables(work)
    .selectFrom('progress_letter')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** The letter that corrects this one; one that was put away corrects nothing. */
export const findCorrection = (work: Work, id: string): Promise<LetterRow | undefined> =>
  tables(work)
    .selectFrom('progress_letter')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('corrects', '=', id)
    .where('put_away_at', 'is', null)
    .executeTakeFirst()

export const updatePutAway = (work: Work, id: string, at: string | null) =>
  tables(work)
    .updateTable('progress_letter')
    .set({ put_away_at: at, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** The newest first. */
export const listLetters = (work: Work): Promise<LetterRow[]> =>
  tables(work)
    .selectFrom('progress_letter')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

type NewVersion = {
  readonly version: number
  readonly change: ChangeKind
  readonly blockId: string | undefined
  readonly content: LetterContent
}

/** Adds a version and makes it the one that counts; the letter was locked by who asked for it. */
export async function writeVersion(
  work: Work,
  actor: PersonActor,
  letterId: string,
  { version, change, blockId = undefined, content }: NewVersion,
): Promise<void> {
  await tables(work)
    .insertInto('progress_letter_version')
    .values({
      organisation_id: actor.organisationId,
      letter_id: letterId,
      version,
      change,
      block_id: blockId ?? null,
      content: sql<LetterContent>`${JSON.stringify(content)}::jsonb`,
      saved_by: actor.personId,
      saved_at: work.now.toString(),
    })
    .execute()
  await tables(work)
    .updateTable('progress_letter')
    .set({ version, title: content.title, changed_at: work.now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', letterId)
    .execute()
}

export async function findVersion(
  work: Work,
  letterId: string,
  version: number,
): Promise<VersionRow | undefined> {
  const row = await tables(work)
    .selectFrom('progress_letter_version')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('letter_id', '=', letterId)
    .where('version', '=', version)
    .executeTakeFirst()
  // Letters of before were asked nothing about their title and annex.
  return row && { ...row, content: { ...row.content, answered: row.content.answered ?? [] } }
}

/** Without their words, the newest first. */
export const listVersions = (work: Work, letterId: string) =>
  tables(work)
    .selectFrom('progress_letter_version')
    .select(['version', 'change', 'block_id', 'saved_by', 'saved_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('letter_id', '=', letterId)
    .orderBy('version', 'desc')
    .execute()
