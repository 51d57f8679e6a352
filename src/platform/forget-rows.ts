import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from '#platform/clock.ts'
import type { Work } from '#platform/work.ts'

/** Forgets at most `limit` rows that were last touched before this moment; answers how many. */
export type Forget = (work: Work, before: Temporal.Instant, limit: number) => Promise<number>

/**
 * Makes the door through which a capability lets go of rows of its own table, with what makes a row
 * old. Only rows of the organisation at work; a row that somebody is changing now is passed by.
 */
export const forgetting =
  (table: string, old: (before: RawBuilder<Date>) => RawBuilder<boolean>): Forget =>
  async ({ db, actor }, before, limit) => {
    const organisation = actor.organisationId
    const moment = sql<Date>`${before.toString()}::timestamptz`
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where organisation_id = ${organisation} and id in (
        select id from ${sql.table(table)}
        where organisation_id = ${organisation} and ${old(moment)}
        limit ${limit} for update skip locked
      )`.execute(db)
    return Number(numAffectedRows ?? 0n)
  }
