import { sql } from 'kysely'
import { Temporal } from '#platform/clock.ts'
import type { Ask } from '#platform/database.ts'
import { forgetting } from '#platform/forget-rows.ts'
import type { Work } from '#platform/work.ts'
import { liveSince } from './session.ts'
import { tables } from './store-tables.ts'

export type SessionRow = {
  organisation_id: string
  session_id: string
  person_id: string
  roles: string[]
  profile: Buffer
  organisation_kind: string
  organisation_name: string
  seen_at: string
  stepped_up_at: string | null
}

/** Asked on every request of somebody signed in: one prepared statement, no transaction. */
export async function findSessionRow(
  ask: Ask,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<SessionRow | undefined> {
  const { startedAfter, seenAfter } = liveSince(now)
  const found = await ask({
    name: 'find-session',
    text: 'select * from find_session($1, $2, $3)',
    values: [tokenHash, startedAfter, seenAfter],
  })
  return found.rows[0] as SessionRow | undefined
}

type NewSession = {
  id: string
  personId: string
  tokenHash: Buffer
  method: string
  provenAt: Temporal.Instant
  device: Buffer
}

export async function insertSession(work: Work, session: NewSession): Promise<void> {
  const now = work.now.toString()
  await tables(work.db)
    .insertInto('session')
    .values({
      organisation_id: work.actor.organisationId,
      id: session.id,
      person_id: session.personId,
      token_hash: session.tokenHash,
      method: session.method,
      device: session.device,
      started_at: now,
      seen_at: now,
      stepped_up_at: session.provenAt.toString(),
      ended_at: null,
    })
    .execute()
}

/** Several requests may notice the same idle minute; only the first of them writes. */
export async function noteSeen(work: Work, sessionId: string, before: string): Promise<void> {
  await tables(work.db)
    .updateTable('session')
    .set({ seen_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', sessionId)
    .where('seen_at', '=', before)
    .where('ended_at', 'is', null)
    .execute()
}

export async function listLiveSessions(work: Work, personId: string) {
  const { startedAfter, seenAfter } = liveSince(work.now)
  const rows = await tables(work.db)
    .selectFrom('session')
    .select(['id', 'method', 'device', 'started_at', 'seen_at'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('started_at', '>', startedAfter)
    .where('seen_at', '>', seenAfter)
    .orderBy('started_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    started_at: Temporal.Instant.from(row.started_at),
    seen_at: Temporal.Instant.from(row.seen_at),
  }))
}

type Ending = { personId: string; only?: string; except?: string }

/** Ends sessions of one person; answers how many were still going. */
export async function endSessionRows(work: Work, ending: Ending): Promise<number> {
  let query = tables(work.db)
    .updateTable('session')
    .set({ ended_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', ending.personId)
    .where('ended_at', 'is', null)
  if (ending.only) query = query.where('id', '=', ending.only)
  if (ending.except) query = query.where('id', '!=', ending.except)
  const ended = await query.executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

type Renewal = { sessionId: string; personId: string; tokenHash: Buffer; demo: boolean }

/** A new proof of identity: a demo click renews a demo session only, a real proof only a real one. */
export async function renewSession(work: Work, renewal: Renewal): Promise<boolean> {
  const renewed = await tables(work.db)
    .updateTable('session')
    .set({
      stepped_up_at: work.now.toString(),
      seen_at: work.now.toString(),
      token_hash: renewal.tokenHash,
    })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', renewal.sessionId)
    .where('person_id', '=', renewal.personId)
    .where('ended_at', 'is', null)
    .where('method', renewal.demo ? '=' : '!=', 'demo')
    .executeTakeFirst()
  return renewed.numUpdatedRows === 1n
}

/** Nobody signs in with a session that was not seen for a day, whether it was ended or not. */
export const forgetSessions = forgetting(
  'session',
  (before) => sql`coalesce(ended_at, seen_at) < ${before}`,
)
