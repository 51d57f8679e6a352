import { sql } from 'kysely'
import { isId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Item } from './page.ts'
import type { AnyFacts } from './row.ts'
import type { SourceName } from './source.ts'
import { tables } from './tables.ts'

type Place = { readonly source: SourceName; readonly walk: number }

/** A row as it is kept. */
export type Fresh = {
  readonly id: string
  readonly stamp: string
  readonly facts: AnyFacts
  readonly matters: readonly string[]
  readonly on_day: string | null
}

/**
 * Keeps rows as they are now; an older version of one changes nothing. Answers how many changed for us. What belongs
 * to a matter touches that matter, so that whoever saw it sees that something was added.
 */
export async function keepRows(
  work: Work,
  { source, walk }: Place,
  fresh: readonly Fresh[],
): Promise<number> {
  if (fresh.length === 0) return 0
  const organisation = work.actor.organisationId
  const now = work.now.toString()
  const { rows } = await sql<{ touched: boolean; matters: string[] }>`
    insert into parliament_row as held
      (organisation_id, source, id, stamp, facts, matters, on_day, walk, found_at, touched_at)
    select ${organisation}::uuid, ${source}, r.id, r.stamp, r.facts, r.matters, r.on_day, ${walk}::int,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      as r (id uuid, stamp text, facts jsonb, matters uuid[], on_day date)
    on conflict (organisation_id, source, id) do update set
      stamp = excluded.stamp, facts = excluded.facts, matters = excluded.matters,
      on_day = excluded.on_day, walk = excluded.walk, withdrawn_at = null,
      touched_at = case
        when held.facts = excluded.facts and held.matters = excluded.matters
          and held.withdrawn_at is null then held.touched_at
        else excluded.touched_at end
    where held.stamp <= excluded.stamp
    returning touched_at = ${now}::timestamptz as touched, matters`.execute(work.db)
  const touched = rows.filter((row) => row.touched)
  await touchMatters(
    work,
    touched.flatMap(({ matters }) => matters),
  )
  return touched.length
}

/** What the House deleted is said to be gone; what it said before stays. Answers how many there were. */
export async function withdrawRows(
  work: Work,
  { source, walk }: Place,
  gone: readonly { readonly id: string; readonly stamp: string }[],
): Promise<number> {
  if (gone.length === 0) return 0
  const { rows } = await sql<{ matters: string[] }>`
    update parliament_row held
    set withdrawn_at = ${work.now.toString()}::timestamptz, touched_at = ${work.now.toString()}::timestamptz,
      stamp = r.stamp, walk = ${walk}::int
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as r (id uuid, stamp text)
    where held.organisation_id = ${work.actor.organisationId} and held.source = ${source}
      and held.id = r.id and held.stamp <= r.stamp and held.withdrawn_at is null
    returning held.matters`.execute(work.db)
  await touchMatters(
    work,
    rows.flatMap(({ matters }) => matters),
  )
  return rows.length
}

/** After a whole walk in which nothing was missed: what it did not meet is not there any more. */
export async function withdrawUnmet(work: Work, { source, walk }: Place): Promise<number> {
  const { rows } = await sql<{ matters: string[] }>`
    update parliament_row
    set withdrawn_at = ${work.now.toString()}::timestamptz, touched_at = ${work.now.toString()}::timestamptz
    where organisation_id = ${work.actor.organisationId} and source = ${source} and walk < ${walk}::int
      and withdrawn_at is null
    returning matters`.execute(work.db)
  await touchMatters(
    work,
    rows.flatMap(({ matters }) => matters),
  )
  return rows.length
}

async function touchMatters(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tables(work)
    .updateTable('parliament_row')
    .set({ touched_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('source', '=', 'matters')
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

/** Which of these we have. */
export async function heldAmong(
  work: Work,
  source: SourceName,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tables(work)
    .selectFrom('parliament_row')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('source', '=', source)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Rows of this page that were set apart, and those that are readable again. Set apart is still there. */
export async function setApart(
  work: Work,
  { source, walk }: Place,
  items: readonly (Item & { readonly place: string })[],
): Promise<void> {
  const organisation_id = work.actor.organisationId
  const readable = items.flatMap(({ id, is }) => (id && is.kind !== 'apart' ? id : []))
  const apart = items.flatMap(({ id, place, is }) =>
    is.kind === 'apart' ? [{ about: id ?? place, because: is.because }] : [],
  )
  if (readable.length > 0) {
    await tables(work)
      .deleteFrom('parliament_apart')
      .where('organisation_id', '=', organisation_id)
      .where('source', '=', source)
      .where('about', 'in', readable)
      .execute()
  }
  const present = apart.flatMap(({ about }) => (isId(about) ? about : []))
  if (present.length > 0) {
    await tables(work)
      .updateTable('parliament_row')
      .set({ walk })
      .where('organisation_id', '=', organisation_id)
      .where('source', '=', source)
      .where('id', 'in', present)
      .execute()
  }
  for (const one of new Map(apart.map((each) => [each.about, each])).values()) {
    await tables(work)
      .insertInto('parliament_apart')
      .values({ organisation_id, source, ...one, noted_at: work.now.toString() })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'source', 'about'])
          .doUpdateSet({ because: one.because }),
      )
      .execute()
  }
}

/** The first hundred, oldest first. */
export const listApart = (work: Work) =>
  tables(work)
    .selectFrom('parliament_apart')
    .select(['source', 'about', 'because', 'noted_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('noted_at')
    .limit(100)
    .execute()

export async function countRows(work: Work): Promise<ReadonlyMap<SourceName, number>> {
  const rows = await tables(work)
    .selectFrom('parliament_row')
    .select(({ fn }) => ['source', fn.countAll<number>().as('rows')])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('withdrawn_at', 'is', null)
    .groupBy('source')
    .execute()
  return new Map(rows.map(({ source, rows: count }) => [source, Number(count)]))
}
