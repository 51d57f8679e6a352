import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from '#platform/clock.ts'
import type { Work } from '#platform/work.ts'
import type { TemporaryKind } from './retention.ts'

/** All organisations; a public fact that no policy guards. */
export async function listOrganisationIds({ db }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from organisation order by id`.execute(db)
  return rows.map((row) => row.id)
}

type Forgetting = { readonly table: string; readonly old: (before: string) => RawBuilder<boolean> }

const forgetting: Readonly<Record<TemporaryKind, Forgetting>> = {
  drafts: {
    table: 'signal_draft',
    old: (before) => sql`saved_at < ${before}::timestamptz`,
  },
  // Nobody signs in with a session that was not seen for a day, whether it was ended or not.
  sessions: {
    table: 'session',
    old: (before) => sql`coalesce(ended_at, seen_at) < ${before}::timestamptz`,
  },
  invitations: {
    table: 'invitation',
    old: (before) => sql`coalesce(used_at, withdrawn_at, expires_at) < ${before}::timestamptz`,
  },
  messages: {
    table: 'outbox',
    old: (before) => sql`created_at < ${before}::timestamptz`,
  },
}

/**
 * Deletes at most `limit` rows of this organisation that nobody needs any more, and answers how many.
 * A row that somebody is changing at this moment is passed by.
 */
export async function forgetRows(
  { db, actor }: Work,
  kind: TemporaryKind,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  const { table, old } = forgetting[kind]
  const organisation = actor.organisationId
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where organisation_id = ${organisation} and id in (
      select id from ${sql.table(table)}
      where organisation_id = ${organisation} and ${old(before.toString())}
      limit ${limit} for update skip locked
    )`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
