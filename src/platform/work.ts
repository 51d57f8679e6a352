import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import type { Actor, Purpose } from '#platform/actor.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import { type Asking, ask, askingOn, collided, type Db, type Pool } from '#platform/database.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'

/** What happened, in codes. Never a name, never a sentence that somebody typed. */
export type AuditEvent = {
  /** capability.act, such as 'signal.record' */
  readonly act: string
  /** the pseudonym of whom or what it is about, usually the record's own id */
  readonly subject?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/** An event together with who, why, when and in which request. */
export type AuditEntry = AuditEvent & {
  readonly id: string
  readonly actor: Actor
  readonly purpose: Purpose
  readonly recordedAt: Temporal.Instant
  readonly requestId: string
}

/**
 * The one statement that writes these entries in the transaction that they tell about. Given by the
 * trail capability at start. A statement, not an act: nothing can come between it and the commit.
 */
export type TrailWriter = (entries: readonly AuditEntry[]) => pg.QueryConfig

/** The only way a verb meets the database: who, why, when, the transaction and the trail. */
export type Work = {
  readonly actor: Actor
  readonly purpose: Purpose
  readonly now: Temporal.Instant
  readonly requestId: string
  readonly db: Db
  /**
   * Leaves a statement whose answer nobody needs. It travels with what is asked next, or with the
   * trail and the commit: a journey less. Order stays, and if it fails nothing of the act happened.
   */
  leave(statement: CompiledQuery): void
  /** Adds an entry to the trail of this transaction. */
  audit(event: AuditEvent): void
  /**
   * Runs after the commit, never when the transaction fails. For waking what waits for new rows: if it
   * fails, the act was kept all the same.
   */
  afterCommit(effect: () => void): void
}

export type InTransaction = <T>(
  actor: Actor,
  purpose: Purpose,
  verb: (work: Work) => Promise<T>,
  requestId?: string,
) => Promise<T>

type Parts = {
  pool: Pool
  clock: Clock
  writeTrail: TrailWriter
  /** hears after each commit for which organisation new entries wait to be sealed */
  entriesKept?: (organisationId: string) => void
  /** hears what failed after a commit: the act itself was kept, so nobody is told that it was not */
  effectFailed?: (error: unknown) => void
}

/**
 * Makes the one function that opens a Work. It begins, becomes the application role, tells row-level
 * security who acts for which organisation, runs the verb, writes the trail and commits. A person's
 * Work that leaves no entry is a defect and is rolled back: it is in the trail, or it did not happen.
 */
export function workMaker({
  pool,
  clock,
  writeTrail,
  entriesKept,
  effectFailed,
}: Parts): InTransaction {
  const afterwards = (effect: () => void): void => {
    try {
      effect()
    } catch (error) {
      effectFailed?.(error)
    }
  }
  return async (actor, purpose, verb, requestId = newId()) => {
    const now = clock()
    const client = await pool.connect()
    const entries: AuditEntry[] = []
    const effects: (() => void)[] = []
    const asking = askingOn(client)
    let broken: Error | undefined
    let result: Awaited<ReturnType<typeof verb>>
    try {
      const begun = ask(client, beginAs(actor))
      begun.catch(() => {})
      const work: Work = {
        actor,
        purpose,
        now,
        requestId,
        db: asking.db,
        leave: asking.leave,
        audit: (event) => {
          entries.push({ ...event, id: newId(), actor, purpose, recordedAt: now, requestId })
        },
        afterCommit: (effect) => {
          effects.push(effect)
        },
      }
      result = await verb(work)
      await begun
      if (actor.kind === 'person' && entries.length === 0) {
        throw new Error('A person acted and the verb wrote nothing in the trail.')
      }
      await commit(client, asking, entries.length > 0 ? writeTrail(entries) : undefined)
    } catch (error) {
      broken = await rollback(client)
      throw told(actor, (await failureOf(asking)) ?? error)
    } finally {
      client.release(broken)
    }
    for (const effect of effects) afterwards(effect)
    if (entries.length > 0) afterwards(() => entriesKept?.(actor.organisationId))
    return result
  }
}

/**
 * A person whose act met another one in the wrong order is told that somebody was before, with what they typed.
 * Nothing is tried again here: a verb may have read from somewhere that gives only once, such as a file on its way.
 */
const told = (actor: Actor, error: unknown): unknown =>
  actor.kind === 'person' && collided(error) ? new Refusal('conflict', 'at-the-same-time') : error

// The identifiers were checked against the shape of a UUID, so they cannot carry SQL.
function beginAs(actor: Actor): string {
  const person = actor.kind === 'person' ? actor.personId : ''
  if (!isId(actor.organisationId) || (person && !isId(person))) {
    throw new Error('An actor without a proper identifier cannot work.')
  }
  return `begin; set local role oogmerk_app; set local oogmerk.organisation_id = '${actor.organisationId}'; set local oogmerk.person_id = '${person}'`
}

/**
 * What was left, the trail and the commit travel together; if one fails, PostgreSQL turns the commit
 * into a rollback.
 */
async function commit(
  client: pg.PoolClient,
  asking: Asking,
  trail: pg.QueryConfig | undefined,
): Promise<void> {
  asking.sendLeft()
  const written = trail && ask(client, trail)
  written?.catch(() => {})
  const ended = ask(client, 'commit')
  ended.catch(() => {})
  await Promise.all([...asking.left, written])
  if ((await ended).command !== 'COMMIT') throw new Error('The transaction was rolled back.')
}

/** What was left fails unheard, and what was asked after it only hears that something did. */
async function failureOf({ left }: Asking): Promise<unknown> {
  const ends = await Promise.allSettled(left)
  return ends.find((end) => end.status === 'rejected')?.reason
}

async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error as Error
  }
}
