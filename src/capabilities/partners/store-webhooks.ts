import { sql } from 'kysely'
import type { Temporal } from '#platform/clock.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

export type Webhook = {
  readonly programId: string
  readonly address: string
  readonly told: number
  readonly attempts: number
  readonly lastError: string | undefined
}

/** Tells this address from now on; what happened before is in the feed. */
export async function setWebhook(work: Work, programId: string, address: string): Promise<void> {
  const organisation = work.actor.organisationId
  await sql`insert into partner_feed (organisation_id, last_number) values (${organisation}, 0)
    on conflict do nothing`.execute(work.db)
  await sql`
    insert into partner_webhook (organisation_id, program_id, address, told)
    select organisation_id, ${programId}::uuid, ${address}, last_number from partner_feed
    where organisation_id = ${organisation}
    on conflict (organisation_id, program_id) do update
      set address = excluded.address, due_at = null, attempts = 0, last_error = null`.execute(
    work.db,
  )
}

export const deleteWebhook = (work: Work, programId: string) =>
  tables(work.db)
    .deleteFrom('partner_webhook')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('program_id', '=', programId)
    .execute()

export async function findWebhook(work: Work, programId: string): Promise<Webhook | undefined> {
  const row = await tables(work.db)
    .selectFrom('partner_webhook')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('program_id', '=', programId)
    .executeTakeFirst()
  return (
    row && {
      programId: row.program_id,
      address: row.address,
      told: row.told,
      attempts: row.attempts,
      lastError: row.last_error ?? undefined,
    }
  )
}

/** Where something waits to be told; row-level security lets this one function look across. */
export async function listOrganisationsToTell({ db, now }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisations_with_webhooks(${now.toString()}::timestamptz) as id order by id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Takes the webhooks that have something to hear, and holds them until the given moment. */
export async function claimWebhooks(
  { db, actor, now }: Work,
  until: Temporal.Instant,
): Promise<readonly Webhook[]> {
  const { rows } = await sql<Omit<Webhook, 'lastError'>>`
    with next as (
      select w.program_id from partner_webhook w
      join partner_feed f on f.organisation_id = w.organisation_id
      where w.organisation_id = ${actor.organisationId} and w.told < f.last_number
        and (w.due_at is null or w.due_at <= ${now.toString()}::timestamptz)
      for update of w skip locked
    )
    update partner_webhook w set due_at = ${until.toString()}::timestamptz from next
    where w.organisation_id = ${actor.organisationId} and w.program_id = next.program_id
    returning w.program_id as "programId", w.address, w.told, w.attempts`.execute(db)
  return rows.map((row) => ({ ...row, lastError: undefined }))
}

type Standing = {
  readonly told: number
  readonly dueAt: Temporal.Instant | undefined
  readonly attempts: number
  readonly lastError: string | undefined
}

/** How far it got, if it is still held by this claim. */
export async function updateHeldWebhook(
  work: Work,
  { programId, until }: { programId: string; until: Temporal.Instant },
  { told, dueAt, attempts, lastError }: Standing,
): Promise<void> {
  await tables(work.db)
    .updateTable('partner_webhook')
    .set({ told, due_at: dueAt?.toString() ?? null, attempts, last_error: lastError ?? null })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('program_id', '=', programId)
    .where('due_at', '=', sql<string>`${until.toString()}::timestamptz`)
    .execute()
}
