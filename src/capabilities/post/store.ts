import { sql } from 'kysely'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import { forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import type { Standing, Waiting } from './delivery.ts'
import type { Message } from './letter.ts'

type MessageRow = {
  id: string
  recipient_id: string
  template: Message['template']
  language: Message['language']
  reference: string
}

const messageOf = ({ id, recipient_id, template, language, reference }: MessageRow) => ({
  id,
  recipientId: recipient_id,
  template,
  language,
  reference,
})

export type WaitingMessage = Message & Waiting & { readonly recipientId: string }

/** Where post is waiting; row-level security lets this one function look across. */
export async function listOrganisationsWithPost({ db, now }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisations_with_post(${now.toString()}::timestamptz) as id order by id`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * Takes the oldest messages that may be tried now and holds them until the given moment. Nobody else
 * is given them before that; if this sender dies, somebody else is after it.
 */
export async function claimMessages(
  { db, actor, now }: Work,
  { until, limit }: { until: Temporal.Instant; limit: number },
): Promise<WaitingMessage[]> {
  const organisation = actor.organisationId
  const { rows } = await sql<
    MessageRow & { created_at: string; attempts: number; last_error: string | null }
  >`
    with next as (
      select id from outbox
      where organisation_id = ${organisation} and sent_at is null and gave_up_at is null
        and (due_at is null or due_at <= ${now.toString()}::timestamptz)
      order by created_at limit ${limit}
      for update skip locked
    )
    update outbox set due_at = ${until.toString()}::timestamptz
    from next where outbox.organisation_id = ${organisation} and outbox.id = next.id
    returning outbox.id, recipient_id, template, language, reference, created_at, attempts, last_error
  `.execute(db)
  return rows.map((row) => ({
    ...messageOf(row),
    createdAt: Temporal.Instant.from(isoInstant(row.created_at)),
    attempts: row.attempts,
    lastError: row.last_error,
  }))
}

export type SentMessage = Message & {
  readonly recipientId: string
  readonly sentAt: Temporal.Instant
}

/** The last messages that were sent, newest first. */
export async function listSentMessages({ db, actor }: Work, most: number): Promise<SentMessage[]> {
  const { rows } = await sql<MessageRow & { sent_at: string }>`
    select id, recipient_id, template, language, reference, sent_at from outbox
    where organisation_id = ${actor.organisationId} and sent_at is not null
    order by created_at desc limit ${most}`.execute(db)
  return rows.map((row) => ({
    ...messageOf(row),
    sentAt: Temporal.Instant.from(isoInstant(row.sent_at)),
  }))
}

export type NewStanding = Standing & { readonly id: string }

/** Writes what came of a claim, for the messages that are still held by it. */
export async function noteStandings(
  { db, actor }: Work,
  held: Temporal.Instant,
  standings: readonly NewStanding[],
): Promise<void> {
  const rows = standings.map((one) => ({
    id: one.id,
    attempts: one.attempts,
    sent_at: one.sentAt,
    gave_up_at: one.gaveUpAt,
    due_at: one.dueAt,
    last_error: one.lastError,
  }))
  await sql`
    update outbox o set attempts = n.attempts, sent_at = n.sent_at, gave_up_at = n.gave_up_at,
      due_at = n.due_at, last_error = n.last_error
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(
      id uuid, attempts int, sent_at timestamptz, gave_up_at timestamptz, due_at timestamptz,
      last_error text)
    where o.organisation_id = ${actor.organisationId} and o.id = n.id
      and o.due_at = ${held.toString()}::timestamptz`.execute(db)
}

/** A message that there is something new, sent or not. */
export const forgetMessages = forgetting('outbox', (before) => sql`created_at < ${before}`)
