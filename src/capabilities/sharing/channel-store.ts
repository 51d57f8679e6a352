import { CompiledQuery, sql } from 'kysely'
import type { Temporal } from '#platform/clock.ts'
import { codeOf } from '#platform/database.ts'
import { isoInstant } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import type { Settled } from './message.ts'
import type { Standing } from './patience.ts'
import { type SharingTables, tables } from './tables.ts'

type OutgoingRow = SharingTables['outgoing_message']
type IncomingRow = SharingTables['incoming_message']

/** The next number to this organisation. Holds the channel until the commit: numbers leave no gap. */
export async function giveNumber(work: Work, to: string): Promise<number> {
  const row = await tables(work)
    .insertInto('message_channel')
    .values({
      organisation_id: work.actor.organisationId,
      other_id: to,
      last_sent: 1,
      last_settled: 0,
      last_received: 0,
      due_at: null,
      attempts: 0,
      last_error: null,
      stumbled_number: null,
      stumbled_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'other_id'])
        .doUpdateSet({ last_sent: sql`message_channel.last_sent + 1` }),
    )
    .returning('last_sent')
    .executeTakeFirstOrThrow()
  return row.last_sent
}

type NewOutgoing = Omit<
  OutgoingRow,
  'organisation_id' | 'settled_at' | 'outcome' | 'refused_because'
>

export function insertOutgoing(work: Work, row: NewOutgoing): void {
  work.leave(
    tables(work)
      .insertInto('outgoing_message')
      .values({
        ...row,
        organisation_id: work.actor.organisationId,
        settled_at: null,
        outcome: null,
        refused_because: null,
      })
      .compile(),
  )
}

const withoutWaiting = CompiledQuery.raw('set local synchronous_commit = off')

/**
 * The commit does not wait for the disk. For what may be lost in a crash, because the carrier then does it
 * again: a claim, and a note of what the recipient said. Never for what was received.
 */
export const mayBeLost = (work: Work): void => work.leave(withoutWaiting)

/** Where messages are waiting; row-level security lets this one function look across. */
export async function listOrganisationsWithMessages({ db, now }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisations_with_messages(${now.toString()}::timestamptz) as id order by id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

export type WaitingRow = Pick<
  OutgoingRow,
  'to_id' | 'number' | 'id' | 'kind' | 'about' | 'hash'
> & {
  readonly content_key: Buffer
  readonly content: Buffer
}

export type ClaimedChannel = {
  readonly to: string
  readonly attempts: number
  /** none when somebody else carried them just before, even if more was left since */
  readonly rows: readonly WaitingRow[]
}

type Claim = {
  readonly until: Temporal.Instant
  /** channels at a time, and messages of each */
  readonly channels: number
  readonly messages: number
}

/**
 * Takes channels on which something may go now, and holds them until the given moment. Nobody else is given
 * them before that; if this carrier dies, somebody else is after it. With each, by recipient, its oldest waiting
 * messages in order; one at a time where the last try settled nothing, so that what goes wrong at the end of a
 * transaction holds up nothing before it.
 */
export async function claimChannels(
  { db, actor, now }: Work,
  { until, channels, messages }: Claim,
): Promise<ClaimedChannel[]> {
  const { rows } = await sql<WaitingRow & { attempts: number }>`
    with next as (
      select other_id from message_channel
      where organisation_id = ${actor.organisationId} and last_settled < last_sent
        and (due_at is null or due_at <= ${now.toString()}::timestamptz)
      order by other_id limit ${channels} for update skip locked
    ), claimed as (
      update message_channel c set due_at = ${until.toString()}::timestamptz
      from next where c.organisation_id = ${actor.organisationId} and c.other_id = next.other_id
      returning c.other_id, c.attempts, c.last_settled
    )
    select c.other_id as to_id, c.attempts,
      m.number, m.id, m.kind, m.about, m.hash, m.content_key, m.content
    from claimed c left join outgoing_message m on m.organisation_id = ${actor.organisationId}
      and m.to_id = c.other_id and m.number > c.last_settled
      and m.number <= c.last_settled + case when c.attempts > 0 then 1 else ${messages}::int end
    order by c.other_id, m.number`.execute(db)
  return [...Map.groupBy(rows, ({ to_id }) => to_id)].map(([to, own]) => ({
    to,
    attempts: own[0]?.attempts ?? 0,
    rows: own.filter(({ number }) => number !== null),
  }))
}

/** Whether this claim still holds the channel; looks and locks nothing. */
export async function isHeld(work: Work, to: string, until: Temporal.Instant): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('message_channel')
    .select('other_id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('other_id', '=', to)
    .where('due_at', '=', sql<string>`${until.toString()}::timestamptz`)
    .executeTakeFirst()
  return row !== undefined
}

type Held = { readonly to: string; readonly until: Temporal.Instant }

/** What became of messages, whose words go, and where the channel stands then. */
export type Settling = { readonly receipts: readonly Settled[]; readonly standing: Standing }

/**
 * Writes it if the channel is still held by this claim. When it is not, the transaction fails: see `notHeld`.
 */
export function settleHeld(
  work: Work,
  { to, until }: Held,
  { receipts, standing: { dueAt, attempts, lastError } }: Settling,
): void {
  const organisation = work.actor.organisationId
  const rows = receipts.map((one) => ({
    number: one.number,
    outcome: one.outcome,
    because: one.outcome === 'refused' ? one.because : null,
    at: one.at,
  }))
  // Nobody waits for the answer, so a channel that is not held must fail by itself: nothing divided by no rows.
  work.leave(
    sql`
      with settled as (
        update outgoing_message m set outcome = n.outcome, refused_because = n.because,
          settled_at = n.at, content = null, content_key = null
        from json_to_recordset(${JSON.stringify(rows)}::json) as n(
          number bigint, outcome text, because text, at timestamptz)
        where m.organisation_id = ${organisation} and m.to_id = ${to}
          and m.number = n.number and m.outcome is null
      ), held as (
        update message_channel set last_settled = last_settled + ${rows.length}::bigint,
          due_at = ${dueAt}::timestamptz, attempts = ${attempts}, last_error = ${lastError}
        where organisation_id = ${organisation} and other_id = ${to}
          and due_at = ${until.toString()}::timestamptz
        returning 1
      )
      select 0 / count(*) from held`.compile(work.db),
  )
}

/** What `settleHeld` fails with when somebody else holds the channel by now. */
export const notHeld = (error: unknown): boolean => codeOf(error) === '22012'

/** On which message the recipient stumbles, and since when: an ISO instant. */
export type Stumble = { readonly number: number; readonly at: string }

/** How far an organisation is with what another one sends. */
export type ReceivingState = { readonly last: number; readonly stumble: Stumble | undefined }

/**
 * The last number that was received from this organisation, and whether the next one makes us stumble. Until the commit
 * nobody else receives from it. The row itself is left alone until the end: who sends locks a record first and the row
 * after it, and whoever receives must not do it the other way around.
 */
export async function lockReceiving(work: Work, from: string): Promise<ReceivingState> {
  const organisation = work.actor.organisationId
  const receiving = `receiving:${organisation}:${from}`
  work.leave(sql`select pg_advisory_xact_lock(hashtextextended(${receiving}, 0))`.compile(work.db))
  // A statement after the lock, so that it sees what another transaction left.
  const { rows } = await sql<{ last: number; number: number | null; at: string | null }>`
    select last_received as last, stumbled_number as number, stumbled_at as at from message_channel
    where organisation_id = ${organisation} and other_id = ${from}`.execute(work.db)
  const [row] = rows
  if (!row) return { last: 0, stumble: undefined }
  const stumble = row.number && row.at ? { number: row.number, at: isoInstant(row.at) } : undefined
  return { last: row.last, stumble }
}

export type NewIncoming = Pick<IncomingRow, 'number' | 'id' | 'kind' | 'outcome'> & {
  /** as hexadecimal digits */
  readonly hash: string
  readonly because: string | null
}

/** How far that is with what this organisation sent, on what it stumbled, and the receipts of what was received. */
export function noteReceiving(
  work: Work,
  from: string,
  { last, stumble, rows }: ReceivingState & { readonly rows: readonly NewIncoming[] },
): void {
  const organisation = work.actor.organisationId
  work.leave(
    sql`
      with channel as (
        insert into message_channel (organisation_id, other_id, last_received, stumbled_number, stumbled_at)
        values (${organisation}, ${from}, ${last}, ${stumble?.number ?? null}, ${stumble?.at ?? null})
        on conflict (organisation_id, other_id) do update set last_received = excluded.last_received,
          stumbled_number = excluded.stumbled_number, stumbled_at = excluded.stumbled_at
      )
      insert into incoming_message
        (organisation_id, from_id, received_at, number, id, kind, hash, outcome, refused_because)
      select ${organisation}::uuid, ${from}::uuid, ${work.now.toString()}::timestamptz,
        n.number, n.id, n.kind, decode(n.hash, 'hex'), n.outcome, n.because
      from json_to_recordset(${JSON.stringify(rows)}::json) as n(
        number bigint, id uuid, kind text, hash text, outcome text, because text)`.compile(work.db),
  )
}

/** What was received from this organisation under these numbers. */
export const listIncoming = (
  work: Work,
  from: string,
  numbers: readonly number[],
): Promise<IncomingRow[]> =>
  tables(work)
    .selectFrom('incoming_message')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('from_id', '=', from)
    .where('number', 'in', numbers)
    .execute()
