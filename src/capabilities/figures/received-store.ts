import { sql } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import type { Work } from '#platform/work.ts'
import { type EditionRow, type MemberRow, type ReceivedRow, tables } from './tables.ts'

/** Whether the organisation at work makes the national figures. */
export async function makesNationalFigures(work: Work): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('organisation')
    .select('makes_national_figures')
    .where('id', '=', work.actor.organisationId)
    .executeTakeFirst()
  return row?.makes_national_figures ?? false
}

/** The ministry on this server that makes them. */
export async function findNationalMinistry(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from organisation where makes_national_figures',
  )
  return rows[0]?.id
}

/**
 * As the operator: from now on this ministry makes the national figures. Answers whether it could: only a ministry, and
 * only when no other one does, as the same counts at two would be told by two.
 */
export async function letMakeNationalFigures(pool: Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update organisation set makes_national_figures = true where id = $1 and kind = 'ministry'
       and not exists (select from organisation o where o.makes_national_figures and o.id <> $1)`,
    [id],
  )
  return rowCount === 1
}

/** For the demonstration: invented organisations without people. */
export const insertDemoOrganisations = (
  pool: Pool,
  organisations: readonly { id: string; kind: OrganisationKind; name: string }[],
) =>
  pool.query(
    `insert into organisation (id, kind, name, demo)
     select o.id, o.kind, o.name, true from json_to_recordset($1::json) as o(id uuid, kind text, name text)
     on conflict (id) do nothing`,
    [JSON.stringify(organisations)],
  )

type Which = Pick<ReceivedRow, 'definition' | 'period'>

export const insertAllReceived = (
  work: Work,
  rows: readonly Omit<ReceivedRow, 'organisation_id' | 'received_at'>[],
) =>
  tables(work)
    .insertInto('figure_received')
    .values(
      rows.map((row) => ({
        ...row,
        organisation_id: work.actor.organisationId,
        received_at: work.now.toString(),
      })),
    )
    .execute()

/** The last number that this organisation sent of a period; what is in an edition is remembered when its count is gone. */
export async function findLastReceived(
  work: Work,
  { definition, period, from }: Which & { readonly from: string },
): Promise<number | undefined> {
  const here = work.actor.organisationId
  const { rows } = await sql<{ number: number | null }>`
    select max(number) as number from (
      select number from figure_received where organisation_id = ${here} and definition = ${definition}
        and period = ${period} and from_id = ${from}
      union all
      select number from figure_edition_member where organisation_id = ${here} and definition = ${definition}
        and period = ${period} and from_id = ${from}
    ) numbers`.execute(work.db)
  return rows[0]?.number ?? undefined
}

/** Of which definitions and periods anything was received, in this order; codes only. */
export const listReceivedPeriods = (work: Work): Promise<Which[]> =>
  tables(work)
    .selectFrom('figure_received')
    .select(['definition', 'period'])
    .distinct()
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('definition')
    .orderBy('period')
    .execute()

/** What was received of a period, in the order of organisation and number. */
const receivedOf = (work: Work, { definition, period }: Which) =>
  tables(work)
    .selectFrom('figure_received')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('definition', '=', definition)
    .where('period', '=', period)
    .orderBy('from_id')
    .orderBy('number')

/** Codes only. */
export const listReceivedNumbers = (work: Work, which: Which) =>
  receivedOf(work, which).select(['from_id', 'number', 'definition_version']).execute()

/** Everything, sealed. */
export const listReceived = (work: Work, which: Which): Promise<ReceivedRow[]> =>
  receivedOf(work, which).selectAll().execute()

/** Of which periods of a definition there is an edition: their codes. */
export async function listToldPeriods(work: Work, definition: string): Promise<string[]> {
  const rows = await tables(work)
    .selectFrom('figure_edition')
    .select('period')
    .distinct()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('definition', '=', definition)
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}

/** By edition: the first first. */
export const listOwnEditions = (work: Work, { definition, period }: Which): Promise<EditionRow[]> =>
  tables(work)
    .selectFrom('figure_edition')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('definition', '=', definition)
    .where('period', '=', period)
    .orderBy('edition')
    .execute()

export const listMembers = (work: Work, { definition, period }: Which): Promise<MemberRow[]> =>
  tables(work)
    .selectFrom('figure_edition_member')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('definition', '=', definition)
    .where('period', '=', period)
    .orderBy('edition')
    .orderBy('from_id')
    .execute()

/** Answers whether it is new: whoever made the same edition at the same moment was first. */
export async function insertEdition(
  work: Work,
  edition: Omit<EditionRow, 'organisation_id'>,
  members: readonly Pick<MemberRow, 'from_id' | 'number'>[],
): Promise<boolean> {
  const organisation_id = work.actor.organisationId
  const made = await tables(work)
    .insertInto('figure_edition')
    .values({ ...edition, organisation_id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('edition')
    .executeTakeFirst()
  if (!made) return false
  const { definition, period } = edition
  await tables(work)
    .insertInto('figure_edition_member')
    .values(
      members.map((one) => ({
        ...one,
        ...{ organisation_id, definition, period, edition: edition.edition },
      })),
    )
    .execute()
  return true
}

/** How many organisations there are of these kinds. */
export async function countOfKinds(
  work: Work,
  kinds: readonly OrganisationKind[],
): Promise<number> {
  const row = await tables(work)
    .selectFrom('organisation')
    .select(sql<string>`count(*)`.as('n'))
    .where('kind', 'in', kinds)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
