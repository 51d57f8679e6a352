import { sql } from 'kysely'
import type { Pool } from '#platform/database.ts'
import type { Work } from '#platform/work.ts'

/** A national edition as it is kept. */
export type PublishedRow = {
  readonly definition: string
  readonly period: string
  readonly edition: number
  readonly published_on: string
  readonly organisations: number
  readonly content: string
  readonly hash: Buffer
}

type Which = { readonly definition?: string | undefined; readonly period?: string | undefined }

/** Through the door for everybody; by definition, period and edition. */
export async function listPublished(
  pool: Pool,
  { definition, period }: Which,
): Promise<readonly PublishedRow[]> {
  const { rows } = await pool.query<PublishedRow>('select * from list_national_figures($1, $2)', [
    definition ?? null,
    period ?? null,
  ])
  return rows
}

/**
 * The same within a transaction that is there already. Whoever asked the pool while holding a connection of it would wait
 * for others who do the same.
 */
export async function listPublishedIn(
  work: Work,
  { definition, period }: Which,
): Promise<readonly PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select * from list_national_figures(${definition ?? null}, ${period ?? null})
  `.execute(work.db)
  return rows
}

export type PublishersRow = {
  readonly definition: string
  readonly period: string
  readonly organisations: number
}

/** How many organisations published of each period, whether or not it is told already. */
export async function countPublishers(pool: Pool): Promise<readonly PublishersRow[]> {
  const { rows } = await pool.query<PublishersRow>('select * from count_figure_publishers()')
  return rows
}

/** How many organisations there are, by kind. */
export async function countOrganisations(pool: Pool): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from organisation group by kind',
  )
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}
