import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { type EntryRow, entryColumns, entryFrom, firstId } from './store.ts'
import type { FoundCheckpoint, FoundLeaf, FoundLoose } from './trail-source.ts'

// The SQL that walks whole trails, page by page.

/** Everything that follows is seen as of one moment, however long the walk takes. */
export async function holdStill(db: Db): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(db)
  await sql`set local statement_timeout = 0`.execute(db)
}

const pageSize = 2_000

export async function* walkCheckpoints(
  db: Db,
  organisation: string,
  after = 0,
): AsyncGenerator<FoundCheckpoint> {
  for (let last = after; ; ) {
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
  for (let last = firstId; ; ) {
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
