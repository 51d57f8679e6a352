import { sql } from 'kysely'
import { openTaskFrom } from '#capabilities/cases/index.ts'
import type { Work } from '#platform/work.ts'
import type { TableRow } from './tables.ts'

/** Takes tables that still go on and that met before this day, at most this many. */
export async function claimOver(
  { db, actor }: Work,
  before: string,
  limit: number,
): Promise<readonly Pick<TableRow, 'id' | 'on_day'>[]> {
  const { rows } = await sql<Pick<TableRow, 'id' | 'on_day'>>`
    select id, on_day from round_table where organisation_id = ${actor.organisationId}
      and ended_at is null and on_day < ${before}::date
    order by on_day, id limit ${limit} for update skip locked`.execute(db)
  return rows
}

/**
 * Of tables of which the last day is over every word goes, with its key; except for an agreement that is a task in an
 * own case, for as long as it is. Answers which.
 */
export async function eraseKept(
  work: Work,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const organisation = work.actor.organisationId
  const open = isOpenTask(work)
  const { rows } = await sql<{ id: string }>`
    with kept as (
      select id from round_table where organisation_id = ${organisation} and keep_until < ${today}::date
        and (content is not null or exists (select from round_table_item i
          where i.organisation_id = round_table.organisation_id and i.table_id = round_table.id
            and i.content is not null and not ${open}))
      order by on_day, id limit ${limit} for update skip locked
    ), items as (
      update round_table_item i set content = null, content_key = null
      where i.organisation_id = ${organisation} and i.table_id in (select id from kept) and not ${open}
    )
    update round_table set content = null, content_key = null
    where organisation_id = ${organisation} and id in (select id from kept) returning id`.execute(
    work.db,
  )
  return rows.map(({ id }) => id)
}

/** Of an item `i`: taken on by this organisation, and still a task in a case of its own. */
export const isOpenTask = (
  work: Work,
) => sql<boolean>`(i.kind = 'agreement' and i.state = 'accepted'
  and i.to_id = i.organisation_id and ${openTaskFrom(work, { capability: 'round-tables', column: 'i.id' })})`
