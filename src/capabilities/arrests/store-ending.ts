import { type RawBuilder, sql } from 'kysely'
import { dutchTimeZone } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { FileKind } from './file.ts'
import type { KeptFrom } from './keeping.ts'
import { tables } from './tables.ts'

/** `opened_at` and `changed_at` of the table, as the day on a Dutch calendar so many years later. */
const dayAfter = (from: KeptFrom, years: number): RawBuilder<boolean> => {
  const column = sql.ref(from === 'begin' ? 'opened_at' : 'changed_at')
  return sql`((${column} at time zone ${dutchTimeZone})::date + make_interval(years => ${years}))::date`
}

type Ended = {
  readonly kind: FileKind
  readonly from: KeptFrom
  readonly years: number
  readonly most: number
}

/**
 * The files of this kind of which the last day was before today, locked; one that somebody writes in now is passed
 * by. `putAway`: of those that were put away, or of those that were not yet.
 */
export const claimEnded = (
  work: Work,
  { kind, from, years, most }: Ended,
  putAway: boolean,
): Promise<{ id: string }[]> =>
  tables(work)
    .selectFrom('police_file')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('kind', '=', kind)
    .where('put_away_at', putAway ? 'is not' : 'is', null)
    .where(sql<boolean>`${dayAfter(from, years)} < ${dutchDay(work.now)}::date`)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

/** The last change stays what it was: the day on which it goes hangs on it. */
export const putAwayRows = (work: Work, ids: readonly string[]) =>
  tables(work)
    .updateTable('police_file')
    .set({ put_away_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', 'in', ids)
    .execute()

/** The file, its key, and everything in it. In one statement: the file and its looks refer to each other. */
export async function eraseRows(work: Work, ids: readonly string[]): Promise<void> {
  const own = (column: string) =>
    sql`organisation_id = ${work.actor.organisationId} and ${sql.ref(column)} = any (${ids}::uuid[])`
  await sql`
    with notes as (delete from police_file_note where ${own('file_id')}),
      circle as (delete from police_file_circle where ${own('file_id')}),
      looks as (delete from police_file_look where ${own('file_id')})
    delete from police_file where ${own('id')}`.execute(work.db)
}
