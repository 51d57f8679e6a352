import { sql } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import { type Forget, forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import { type CountRow, type CountState, tables } from './tables.ts'

export type PublishingRow = {
  readonly ministry_id: string
  readonly ministry: string
  readonly since: string
  readonly turned_on_at: string
  readonly turned_off_at: string | null
}

/** Whether the organisation at work publishes, and to whom; nothing when it never did. */
export const findPublishing = (work: Work): Promise<PublishingRow | undefined> =>
  tables(work)
    .selectFrom('figure_publishing as p')
    .innerJoin('organisation as o', 'o.id', 'p.ministry_id')
    .select(['p.ministry_id', 'o.name as ministry', 'p.since', 'p.turned_on_at', 'p.turned_off_at'])
    .where('p.organisation_id', '=', work.actor.organisationId)
    .executeTakeFirst()

/** Turns it on, or on again: then from where it began. */
export const upsertPublishing = (
  work: Work,
  row: { readonly ministryId: string; readonly since: string; readonly by: string },
) =>
  tables(work)
    .insertInto('figure_publishing')
    .values({
      organisation_id: work.actor.organisationId,
      ministry_id: row.ministryId,
      since: row.since,
      turned_on_by: row.by,
      turned_on_at: work.now.toString(),
      turned_off_at: null,
    })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({
        ministry_id: row.ministryId,
        turned_on_by: row.by,
        turned_on_at: work.now.toString(),
        turned_off_at: null,
      }),
    )
    .execute()

/** Answers whether it was on. */
export async function endPublishing(work: Work): Promise<boolean> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('figure_publishing')
    .set({ turned_off_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('turned_off_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function kindAtWork(work: Work): Promise<OrganisationKind | undefined> {
  return kindOf(work, work.actor.organisationId)
}

export async function kindOf(work: Work, id: string): Promise<OrganisationKind | undefined> {
  const row = await tables(work)
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.kind
}

/** The ministries, by name, and which of them makes the national figures on this server. */
export const listMinistries = (work: Work) =>
  tables(work)
    .selectFrom('organisation')
    .select(['id', 'name', 'makes_national_figures'])
    .where('kind', '=', 'ministry')
    .orderBy('name')
    .execute()

type NewCount = Omit<CountRow, 'organisation_id' | 'state' | 'refused_because'>

/** Answers whether it is new: whoever counts at the same moment waits, and finds it there. */
export async function insertCount(work: Work, row: NewCount): Promise<boolean> {
  const made = await tables(work)
    .insertInto('figure_count')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      state: 'sent',
      refused_because: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'definition', 'period', 'number']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Everything the organisation at work published, by period (the last first), definition and number. */
export const listCounts = (work: Work): Promise<CountRow[]> =>
  tables(work)
    .selectFrom('figure_count')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('period', 'desc')
    .orderBy('definition')
    .orderBy('number')
    .execute()

/** Whether anything was published that a ministry did not refuse. */
export async function wasTaken(work: Work): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('figure_count')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('state', '<>', 'refused')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The last number of what was published of each period, and whether that stands: what another ministry refused does not,
 * nor what this one refused before it made national figures. Codes only.
 */
export const listCounted = (work: Work, ministryId: string) =>
  tables(work)
    .selectFrom('figure_count as c')
    .innerJoin('organisation as o', (join) => join.on('o.id', '=', ministryId))
    .select(['c.definition', 'c.period'])
    .select(({ fn }) => fn.max('c.number').as('number'))
    .select(
      sql<boolean>`bool_or(c.state <> 'refused' or (c.ministry_id = o.id
        and not (o.makes_national_figures and c.refused_because = 'no-national-figures-here')))`.as(
        'stands',
      ),
    )
    .where('c.organisation_id', '=', work.actor.organisationId)
    .groupBy(['c.definition', 'c.period'])
    .execute()

export const findLastCount = (
  work: Work,
  { definition, period }: Pick<CountRow, 'definition' | 'period'>,
): Promise<CountRow | undefined> =>
  tables(work)
    .selectFrom('figure_count')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('definition', '=', definition)
    .where('period', '=', period)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export const settleCount = (
  work: Work,
  id: string,
  { state, because }: { readonly state: CountState; readonly because: string | null },
) =>
  tables(work)
    .updateTable('figure_count')
    .set({ state, refused_because: because })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

const forgetCounts = forgetting('figure_count', (before) => sql<boolean>`counted_at < ${before}`)
const forgetReceived = forgetting(
  'figure_received',
  (before) => sql<boolean>`received_at < ${before}`,
)

/** Raw material, at whoever counted and at the ministry. What was told to everybody stays. */
export const forgetFigureCounts: Forget = async (work, before, limit) => {
  const counted = await forgetCounts(work, before, limit)
  return counted + (await forgetReceived(work, before, limit - counted))
}
