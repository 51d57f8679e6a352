import { sql } from 'kysely'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { EventType, PartnerEvent } from './event.ts'
import { tables } from './tables.ts'

/** How long the feed goes back. */
const remembered = { hours: 30 * 24 }

/** Writes that something happened, in the transaction in which it did, if any program of the organisation listens. */
export function insertEvent(work: Work, type: EventType, subject: string): void {
  const organisation = work.actor.organisationId
  work.leave(
    sql`
      insert into partner_event (organisation_id, id, type, subject, happened_at)
      select ${organisation}::uuid, ${newId()}::uuid, ${type}, ${subject}::uuid,
        ${work.now.toString()}::timestamptz
      where exists (
        select from partner_program where organisation_id = ${organisation} and ended_at is null
          and 'events:read' = any (scopes))`.compile(work.db),
  )
}

/**
 * Numbers what was committed since the last reader, in a transaction that holds nothing else. Two statements:
 * the second sees what another reader numbered while the first waited for it.
 */
export async function numberEvents(work: Work): Promise<void> {
  const organisation = work.actor.organisationId
  await sql`insert into partner_feed (organisation_id, last_number) values (${organisation}, 0)
    on conflict (organisation_id) do update set last_number = partner_feed.last_number`.execute(
    work.db,
  )
  await sql`
    with fresh as (
      select id, row_number() over (order by id) as place from partner_event
      where organisation_id = ${organisation} and number is null
    ), numbered as (
      update partner_event e set number = f.last_number + fresh.place from fresh, partner_feed f
      where e.organisation_id = ${organisation} and f.organisation_id = ${organisation}
        and e.id = fresh.id
      returning e.id
    )
    update partner_feed set last_number = last_number + (select count(*) from numbered)
    where organisation_id = ${organisation}`.execute(work.db)
}

/** What happened after this number, oldest first. */
export async function listEvents(
  work: Work,
  { after, limit }: { after: number; limit: number },
): Promise<readonly PartnerEvent[]> {
  const rows = await tables(work.db)
    .selectFrom('partner_event')
    .select(['number', 'id', 'type', 'subject', 'happened_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number ?? 0,
    id: row.id,
    type: row.type as EventType,
    subject: row.subject,
    at: Temporal.Instant.from(isoInstant(row.happened_at)),
  }))
}

export function forgetEvents(work: Work): void {
  work.leave(
    tables(work.db)
      .deleteFrom('partner_event')
      .where('organisation_id', '=', work.actor.organisationId)
      .where('happened_at', '<', work.now.subtract(remembered).toString())
      .compile(),
  )
}

/** The organisation as its events name it. */
export async function findOin(work: Work): Promise<string | undefined> {
  const row = await tables(work.db)
    .selectFrom('organisation')
    .select('oin')
    .where('id', '=', work.actor.organisationId)
    .executeTakeFirst()
  return row?.oin ?? undefined
}
