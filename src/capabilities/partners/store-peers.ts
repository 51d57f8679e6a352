import { sql } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import type { Work } from '#platform/work.ts'
import { tables } from './tables.ts'

export type Peer = { readonly address: string; readonly ended: boolean }

/** Where an organisation works, when that is not here. */
export async function findPeer(work: Work, organisationId: string): Promise<Peer | undefined> {
  const row = await tables(work.db)
    .selectFrom('peer')
    .select(['address', 'ended_at'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row && { address: row.address, ended: row.ended_at !== null }
}

/** Whether an organisation works on this server: known, and not on another. */
export async function worksHere(work: Work, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ here: boolean }>`
    select exists (select from organisation where id = ${organisationId}) and
      not exists (select from peer where id = ${organisationId}) as here`.execute(work.db)
  return rows[0]?.here ?? false
}

type NewPeer = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly address: string
}

/**
 * For the operator's command line, with the rights of the database's owner. Answers false when people of this
 * organisation work here: then it is not on another server.
 */
export async function upsertPeer(
  pool: Pool,
  { id, kind, name, address }: NewPeer,
): Promise<boolean> {
  const here = await pool.query('select from membership where organisation_id = $1 limit 1', [id])
  if (here.rowCount !== 0) return false
  await pool.query(
    'insert into organisation (id, kind, name) values ($1, $2, $3) on conflict (id) do nothing',
    [id, kind, name],
  )
  await pool.query(
    `insert into peer (id, address, added_at) values ($1, $2, now())
     on conflict (id) do update set address = excluded.address, ended_at = null`,
    [id, address],
  )
  return true
}

/** Answers false when there was none. */
export async function updatePeerEnded(pool: Pool, id: string): Promise<boolean> {
  const ended = await pool.query(
    'update peer set ended_at = now() where id = $1 and ended_at is null',
    [id],
  )
  return ended.rowCount === 1
}
