import { sql } from 'kysely'
import type { QueryConfig } from 'pg'
import type { Db } from '#platform/database.ts'
import { entryFormat, type TrailEntry } from './trail-entry.ts'

/** Before every identifier there is. */
export const firstId = '00000000-0000-0000-0000-000000000000'

export type EntryRow = {
  id: string
  organisation_id: string
  recorded_at: string
  actor_kind: 'person' | 'system'
  actor_id: string
  actor_organisation_id: string
  actor_roles: string[]
  purpose: string
  act: string
  subject: string | null
  request: string
  details: TrailEntry['details']
}

// The instant is printed here: the driver's own form has another shape and fewer certainties.
export const entryColumns = sql`e.id, e.organisation_id,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  e.actor_kind, e.actor_id, e.actor_organisation_id, e.actor_roles, e.purpose, e.act, e.subject,
  e.request, e.details`

export const entryFrom = (row: EntryRow): TrailEntry => ({
  format: entryFormat,
  id: row.id,
  organisation: row.organisation_id,
  actor: {
    kind: row.actor_kind,
    id: row.actor_id,
    organisation: row.actor_organisation_id,
    roles: row.actor_roles,
  },
  purpose: row.purpose,
  act: row.act,
  subject: row.subject,
  recordedAt: row.recorded_at,
  request: row.request,
  details: row.details,
})

const insertion = `
  with written as (
    insert into trail_entry (id, organisation_id, recorded_at, actor_kind, actor_id,
      actor_organisation_id, actor_roles, purpose, act, subject, request, details)
    select id, organisation_id, recorded_at, actor_kind, actor_id,
      actor_organisation_id, actor_roles, purpose, act, subject, request, details
    from json_to_recordset($1::json) as e(
      id uuid, organisation_id uuid, recorded_at timestamptz, actor_kind text, actor_id text,
      actor_organisation_id uuid, actor_roles text[], purpose text, act text, subject text,
      request text, details jsonb)
    returning organisation_id, id
  )
  insert into trail_unsealed (organisation_id, entry_id) select organisation_id, id from written`

/** One statement, whatever the number of entries, so that it travels with the commit. */
export function insertionOf(entries: readonly TrailEntry[]): QueryConfig {
  const rows = entries.map((entry) => ({
    id: entry.id,
    organisation_id: entry.organisation,
    recorded_at: entry.recordedAt,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    actor_organisation_id: entry.actor.organisation,
    actor_roles: entry.actor.roles,
    purpose: entry.purpose,
    act: entry.act,
    subject: entry.subject,
    request: entry.request,
    details: entry.details,
  }))
  return { name: 'write-trail', text: insertion, values: [JSON.stringify(rows)] }
}

/** One sealer per organisation at a time; the lock goes with the transaction. */
export async function lockTrail(db: Db, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`trail:${organisation}`}, 0))`.execute(
    db,
  )
}

export type CheckpointRow = {
  tree_size: number
  note: string
  subtrees: Buffer
  leaf_hashes: Buffer
}

export async function findLatestCheckpoint(
  db: Db,
  organisation: string,
): Promise<CheckpointRow | undefined> {
  const { rows } = await sql<CheckpointRow>`
    select tree_size, note, subtrees, leaf_hashes from trail_checkpoint
    where organisation_id = ${organisation} order by tree_size desc limit 1`.execute(db)
  return rows[0]
}

/** A run of the queue. Starting after the last run passes by the rows that it has just deleted. */
export type QueuePart = { readonly after: string | undefined; readonly limit: number }

/** The oldest entries in the queue. Two statements, so that no plan ever walks the whole trail. */
export async function listUnsealed(
  db: Db,
  organisation: string,
  { after = firstId, limit }: QueuePart,
): Promise<{ ids: string[]; entries: TrailEntry[] }> {
  const { rows: queue } = await sql<{ entry_id: string }>`
    select entry_id from trail_unsealed
    where organisation_id = ${organisation} and entry_id >= ${after}
    order by entry_id limit ${limit}`.execute(db)
  const ids = queue.map((row) => row.entry_id)
  if (ids.length === 0) return { ids, entries: [] }
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from trail_entry e
    where e.organisation_id = ${organisation} and e.id = any(${ids}::uuid[])
    order by e.id`.execute(db)
  return { ids, entries: rows.map(entryFrom) }
}

type BatchRows = {
  organisation: string
  after: number
  entryIds: readonly string[]
  checkpoint: CheckpointRow
}

/** Gives the entries their places, adds the checkpoint and empties the queue, or fails as a whole. */
export async function insertBatch(db: Db, batch: BatchRows): Promise<void> {
  const { organisation, after, entryIds, checkpoint } = batch
  await sql`
    with taken as (
      delete from trail_unsealed
      where organisation_id = ${organisation} and entry_id = any(${entryIds}::uuid[])
    ), sealed as (
      insert into trail_checkpoint (organisation_id, tree_size, note, subtrees, leaf_hashes)
      values (${organisation}, ${checkpoint.tree_size}, ${checkpoint.note},
        ${checkpoint.subtrees}, ${checkpoint.leaf_hashes})
    )
    insert into trail_leaf (organisation_id, leaf_index, entry_id)
    select ${organisation}::uuid, ${after}::bigint + number - 1, entry_id
    from unnest(${entryIds}::uuid[]) with ordinality as entry(entry_id, number)`.execute(db)
}

export async function listOrganisationsToSeal(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select organisations_to_seal() as id`.execute(db)
  return rows.map((row) => row.id)
}

/** The checkpoint of exactly this size. */
export async function findCheckpoint(
  db: Db,
  organisation: string,
  size: number,
): Promise<CheckpointRow | undefined> {
  const { rows } = await sql<CheckpointRow>`
    select tree_size, note, subtrees, leaf_hashes from trail_checkpoint
    where organisation_id = ${organisation} and tree_size = ${size}`.execute(db)
  return rows[0]
}

/** The checkpoint that gave this place its entry. */
export async function findCheckpointOver(
  db: Db,
  organisation: string,
  place: number,
): Promise<CheckpointRow | undefined> {
  const { rows } = await sql<CheckpointRow>`
    select tree_size, note, subtrees, leaf_hashes from trail_checkpoint
    where organisation_id = ${organisation} and tree_size > ${place}
    order by tree_size limit 1`.execute(db)
  return rows[0]
}

export async function findPlace(
  db: Db,
  organisation: string,
  entryId: string,
): Promise<{ place: number; entry: TrailEntry } | undefined> {
  const { rows } = await sql<EntryRow & { leaf_index: number }>`
    select l.leaf_index, ${entryColumns}
    from trail_leaf l
    join trail_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
    where l.organisation_id = ${organisation} and l.entry_id = ${entryId}`.execute(db)
  const [row] = rows
  return row && { place: row.leaf_index, entry: entryFrom(row) }
}
