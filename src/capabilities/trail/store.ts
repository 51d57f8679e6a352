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

const written = `organisation_id, id, recorded_at, actor_kind, actor_id, actor_organisation_id,
  actor_roles, purpose, act, subject, request, details`

/** Placeholders of one entry; of the first, `$1` is the organisation and `$2` the entry's own number. */
const columnsWritten = 12
const insertions = new Map<number, string>()

function insertionFor(count: number): string {
  const known = insertions.get(count)
  if (known) return known
  const each = Array.from(
    { length: count },
    (_, entry) => (column: number) => `$${entry * columnsWritten + column}`,
  )
  const rows = each.map(
    (sign) => `(${Array.from({ length: columnsWritten }, (_, at) => sign(at + 1)).join(', ')})`,
  )
  const text = `with queued as (
    insert into trail_unsealed (organisation_id, entry_id)
    values ${each.map((sign) => `(${sign(1)}, ${sign(2)})`).join(', ')}
  )
  insert into trail_entry (${written}) values ${rows.join(', ')}`
  if (count <= mostPrepared) insertions.set(count, text)
  return text
}

/** Nearly every act leaves one or two entries; longer statements are not worth remembering. */
const mostPrepared = 4

/** One statement, whatever the number of entries, so that it travels with the commit. */
export function insertionOf(entries: readonly TrailEntry[]): QueryConfig {
  const count = entries.length
  return {
    ...(count <= mostPrepared ? { name: `write-trail-${count}` } : {}),
    text: insertionFor(count),
    values: entries.flatMap(({ actor, ...entry }) => [
      entry.organisation,
      entry.id,
      entry.recordedAt,
      actor.kind,
      actor.id,
      actor.organisation,
      actor.roles,
      entry.purpose,
      entry.act,
      entry.subject,
      entry.request,
      JSON.stringify(entry.details),
    ]),
  }
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
