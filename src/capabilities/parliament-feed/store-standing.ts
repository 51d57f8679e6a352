import { sql } from 'kysely'
import { isoInstant } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { SourceName } from './source.ts'
import { tables } from './tables.ts'
import { type Gap, Standing } from './walk.ts'

export type Setting = {
  readonly isOn: boolean
  readonly contact: string
  readonly changedAt: string
}

export async function findSetting(work: Work): Promise<Setting | undefined> {
  const row = await tables(work)
    .selectFrom('parliament_feed')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .executeTakeFirst()
  return row && { isOn: row.is_on, contact: row.contact, changedAt: isoInstant(row.changed_at) }
}

export async function saveSetting(
  work: Work,
  personId: string,
  { isOn, contact }: Pick<Setting, 'isOn' | 'contact'>,
): Promise<void> {
  const changed = {
    ...{ is_on: isOn, contact, changed_by: personId, changed_at: work.now.toString() },
    // Whoever is asking now finds that it holds nothing any more, and lets its answer go.
    held_until: null,
  }
  await tables(work)
    .insertInto('parliament_feed')
    .values({ organisation_id: work.actor.organisationId, ...changed })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(changed))
    .execute()
}

/** Holds the right to ask until a moment, for one server process at a time; answers the contact. Off: nothing. */
export async function holdFeed(work: Work, until: string): Promise<string | undefined> {
  const { rows } = await sql<{ contact: string }>`
    with free as (
      select organisation_id from parliament_feed
      where organisation_id = ${work.actor.organisationId} and is_on
        and (held_until is null or held_until <= ${work.now.toString()}::timestamptz)
      for update skip locked
    )
    update parliament_feed f set held_until = ${until}::timestamptz from free
    where f.organisation_id = free.organisation_id returning f.contact`.execute(work.db)
  return rows[0]?.contact
}

/** Gives the right back; false when somebody turned it off or it was held for too long. */
export async function releaseFeed(work: Work, until: string): Promise<boolean> {
  const { rows } = await sql`
    update parliament_feed set held_until = null
    where organisation_id = ${work.actor.organisationId} and is_on
      and held_until = ${until}::timestamptz returning 1`.execute(work.db)
  return rows.length > 0
}

/** Whoever is asking now finds that it holds nothing any more, and lets its answer go. */
export const letGo = (work: Work) =>
  tables(work)
    .updateTable('parliament_feed')
    .set({ held_until: null })
    .where('organisation_id', '=', work.actor.organisationId)
    .execute()

export async function readStandings(work: Work): Promise<ReadonlyMap<SourceName, Standing>> {
  const rows = await tables(work)
    .selectFrom('parliament_source')
    .select(['name', 'standing'])
    .where('organisation_id', '=', work.actor.organisationId)
    .execute()
  return new Map(rows.map(({ name, standing }) => [name, Standing.parse(standing)]))
}

export async function saveStanding(
  work: Work,
  name: SourceName,
  standing: Standing,
): Promise<void> {
  await sql`
    insert into parliament_source (organisation_id, name, standing)
    values (${work.actor.organisationId}, ${name}, ${JSON.stringify(standing)}::jsonb)
    on conflict (organisation_id, name) do update set standing = excluded.standing`.execute(work.db)
}

/** One gap a source stands open at a time: missed again is the same gap. */
export async function noteGap(work: Work, source: SourceName, gap: Gap): Promise<void> {
  const open = await tables(work)
    .updateTable('parliament_gap')
    .set({ expected: gap.expected ?? null, seen: gap.seen ?? null, because: gap.because })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('source', '=', source)
    .where('closed_at', 'is', null)
    .returning('id')
    .execute()
  if (open.length > 0) return
  await tables(work)
    .insertInto('parliament_gap')
    .values({
      ...{ organisation_id: work.actor.organisationId, id: newId(), source },
      ...{ because: gap.because, expected: gap.expected ?? null, seen: gap.seen ?? null },
      ...{ noted_at: work.now.toString(), closed_at: null },
    })
    .execute()
}

export const closeGaps = (work: Work, source: SourceName) =>
  tables(work)
    .updateTable('parliament_gap')
    .set({ closed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('source', '=', source)
    .where('closed_at', 'is', null)
    .execute()

/** Oldest first, those that were closed too. */
export const listGaps = (work: Work) =>
  tables(work)
    .selectFrom('parliament_gap')
    .select(['source', 'because', 'expected', 'seen', 'noted_at', 'closed_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('id')
    .execute()
