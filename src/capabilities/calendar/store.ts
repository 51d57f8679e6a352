import type { Kysely } from 'kysely'
import { dutchDayFrom } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { type ClosedPeriod, daysBack, type Period } from './closed-period.ts'

type CalendarTables = {
  closed_period: {
    organisation_id: string
    id: string
    from_day: string
    until_day: string
    name: string
  }
}

const tables = (work: Work): Kysely<CalendarTables> => work.db.withTables<CalendarTables>()

/** What still counts for a term that began some time ago, oldest first. */
export const listClosedPeriods = async (work: Work): Promise<readonly ClosedPeriod[]> => {
  const rows = await tables(work)
    .selectFrom('closed_period')
    .select(['id', 'from_day', 'until_day', 'name'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('until_day', '>=', longAgo(work))
    .orderBy('from_day')
    .execute()
  return rows.map(({ id, name, from_day, until_day }) => ({
    id,
    name,
    from: from_day,
    until: until_day,
  }))
}

const longAgo = (work: Work): string => dutchDayFrom(work.now, -daysBack)

/** Sent twice under one number, it stands there once; answers whether it is new. */
export async function insertClosedPeriod(
  work: Work,
  { id, from, until, name }: Period & { readonly id: string; readonly name: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('closed_period')
    .values({
      organisation_id: work.actor.organisationId,
      id,
      from_day: from,
      until_day: until,
      name,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers whether it was still there. */
export async function deleteClosedPeriod(work: Work, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(work)
    .deleteFrom('closed_period')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
