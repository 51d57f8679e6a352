import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { entryFormat, type TrailEntry } from './trail-entry.ts'
import type { FoundCheckpoint, FoundLeaf, FoundLoose } from './trail-source.ts'

type EntryRow = {
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
const entryColumns = sql`e.id, e.organisation_id,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  e.actor_kind, e.actor_id, e.actor_organisation_id, e.actor_roles, e.purpose, e.act, e.subject,
  e.request, e.details`

const entryFrom = (row: EntryRow): TrailEntry => ({
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

/** One statement, whatever the number of entries, so that it travels with the commit. */
export async function insertEntries(db: Db, entries: readonly TrailEntry[]): Promise<void> {
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
  await sql`
    with written as (
      insert into trail_entry (id, organisation_id, recorded_at, actor_kind, actor_id,
        actor_organisation_id, actor_roles, purpose, act, subject, request, details)
      select id, organisation_id, recorded_at, actor_kind, actor_id,
        actor_organisation_id, actor_roles, purpose, act, subject, request, details
      from json_to_recordset(${JSON.stringify(rows)}::json) as e(
        id uuid, organisation_id uuid, recorded_at timestamptz, actor_kind text, actor_id text,
        actor_organisation_id uuid, actor_roles text[], purpose text, act text, subject text,
        request text, details jsonb)
      returning organisation_id, id
    )
    insert into trail_unsealed (organisation_id, entry_id) select organisation_id, id from written
  `.execute(db)
}

/** One sealer per organisation at a time; the lock goes with the transaction. */
export async function lockTrail(db: Db, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`trail:${organisation}`}, 0))`.execute(
    db,
  )
}

export type CheckpointRow = { tree_size: number; note: string; subtrees: Buffer }

export async function findLatestCheckpoint(
  db: Db,
  organisation: string,
): Promise<CheckpointRow | undefined> {
  const { rows } = await sql<CheckpointRow>`
    select tree_size, note, subtrees from trail_checkpoint
    where organisation_id = ${organisation} order by tree_size desc limit 1`.execute(db)
  return rows[0]
}

export async function hasCheckpoint(db: Db, organisation: string, size: number, note: string) {
  const { rows } = await sql`
    select 1 from trail_checkpoint
    where organisation_id = ${organisation} and tree_size = ${size} and note = ${note}`.execute(db)
  return rows.length > 0
}

/** The oldest entries in the queue. Two statements, so that no plan ever walks the whole trail. */
export async function listUnsealed(
  db: Db,
  organisation: string,
  limit: number,
): Promise<{ ids: string[]; entries: TrailEntry[] }> {
  const { rows: queue } = await sql<{ entry_id: string }>`
    select entry_id from trail_unsealed
    where organisation_id = ${organisation} order by entry_id limit ${limit}`.execute(db)
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
  checkpoint: CheckpointRow & { leaf_hashes: Buffer }
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

/** Everything that follows is seen as of one moment, however long the walk takes. */
export async function holdStill(db: Db): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(db)
  await sql`set local statement_timeout = 0`.execute(db)
}

const pageSize = 2_000

export async function* walkCheckpoints(
  db: Db,
  organisation: string,
): AsyncGenerator<FoundCheckpoint> {
  for (let last = -1; ; ) {
    const { rows } = await sql<{ tree_size: number; note: string; leaf_hashes: Buffer }>`
      select tree_size, note, leaf_hashes from trail_checkpoint
      where organisation_id = ${organisation} and tree_size > ${last}
      order by tree_size limit 200`.execute(db)
    for (const row of rows) yield { note: row.note, leafHashes: row.leaf_hashes }
    if (rows.length < 200) return
    last = rows.at(-1)?.tree_size ?? last
  }
}

export async function* walkLeaves(db: Db, organisation: string): AsyncGenerator<FoundLeaf> {
  for (let last = -1; ; ) {
    const { rows } = await sql<
      { leaf_index: number; entry_id: string } & (EntryRow | { id: null })
    >`
      select l.leaf_index, l.entry_id, ${entryColumns}
      from trail_leaf l
      left join trail_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
      where l.organisation_id = ${organisation} and l.leaf_index > ${last}
      order by l.leaf_index limit ${pageSize}`.execute(db)
    for (const row of rows) {
      const entry = row.id === null ? undefined : entryFrom(row)
      yield { place: row.leaf_index, id: row.entry_id, entry }
    }
    if (rows.length < pageSize) return
    last = rows.at(-1)?.leaf_index ?? last
  }
}

/** Entries without a place in the tree, queued or not, and what the queue names but is gone. */
export async function* walkLoose(db: Db, organisation: string): AsyncGenerator<FoundLoose> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<EntryRow & { waiting: boolean }>`
      select ${entryColumns}, exists (
        select from trail_unsealed u
        where u.organisation_id = e.organisation_id and u.entry_id = e.id) as waiting
      from trail_entry e
      where e.organisation_id = ${organisation} and e.id > ${last} and not exists (
        select from trail_leaf l
        where l.organisation_id = e.organisation_id and l.entry_id = e.id)
      order by e.id limit ${pageSize}`.execute(db)
    for (const row of rows) yield { id: row.id, entry: entryFrom(row), waiting: row.waiting }
    if (rows.length < pageSize) break
    last = rows.at(-1)?.id ?? last
  }
  const { rows: orphans } = await sql<{ entry_id: string }>`
    select u.entry_id from trail_unsealed u
    where u.organisation_id = ${organisation} and not exists (
      select from trail_entry e where e.organisation_id = u.organisation_id and e.id = u.entry_id)
    order by u.entry_id limit ${pageSize}`.execute(db)
  for (const { entry_id } of orphans) yield { id: entry_id, entry: undefined, waiting: true }
}

/** The leaf hashes of the first entries up to a checkpoint's size, one behind the other. */
export async function listLeafHashes(db: Db, organisation: string, size: number): Promise<Buffer> {
  const { rows } = await sql<{ leaf_hashes: Buffer }>`
    select leaf_hashes from trail_checkpoint
    where organisation_id = ${organisation} and tree_size <= ${size} order by tree_size`.execute(db)
  return Buffer.concat(rows.map((row) => row.leaf_hashes))
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
