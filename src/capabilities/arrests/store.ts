import { type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { isCertified, mayWorkOnArrests } from './access.ts'
import type { FileKind } from './file.ts'
import { type ArrestTables, tables } from './tables.ts'

export type FileRow = ArrestTables['police_file']
export type LookRow = ArrestTables['police_file_look']

/** Whether this person was let in to the file in `police_file`, and that was not ended. */
const inCircle = (actor: PersonActor) =>
  sql<boolean>`exists (select from police_file_circle c where c.organisation_id = ${actor.organisationId}
    and c.file_id = police_file.id and c.person_id = ${actor.personId} and c.ended_at is null)`

/** Nobody of its circle works here any more as a certified detective. */
const forsaken = ({ organisationId }: PersonActor) =>
  sql<boolean>`not exists (select from police_file_circle c join membership m
    on m.organisation_id = c.organisation_id and m.person_id = c.person_id
    where c.organisation_id = ${organisationId} and c.file_id = police_file.id and c.ended_at is null
      and m.active and 'trafficking-detective' = any (m.roles))`

/** The rule `maySee` as part of a query over `police_file`, of files that are there and of those that lie apart. */
function seenBy(actor: PersonActor): RawBuilder<boolean> {
  if (!mayWorkOnArrests(actor)) return sql<boolean>`false`
  return isCertified(actor)
    ? sql<boolean>`(kind = 'arrest' or ${inCircle(actor)} or ${forsaken(actor)})`
    : sql<boolean>`(kind = 'arrest' and ${inCircle(actor)})`
}

/** What was put away is found by nobody. */
const openTo = (actor: PersonActor): RawBuilder<boolean> =>
  sql<boolean>`(put_away_at is null and ${seenBy(actor)})`

/** The files that lie apart, for the certified detectives who could see them; `id`: that one, when it is there. */
export async function listApartIds(
  work: Work,
  actor: PersonActor,
  { kind, id }: { kind: FileKind; id?: string },
): Promise<string[]> {
  if (!isCertified(actor)) return []
  const rows = await tables(work)
    .selectFrom('police_file')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', kind)
    .where('put_away_at', 'is not', null)
    .where(seenBy(actor))
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export const findFileRow = (
  work: Work,
  actor: PersonActor,
  { kind, id, lock = false }: { kind: FileKind; id: string; lock?: boolean },
): Promise<FileRow | undefined> =>
  tables(work)
    .selectFrom('police_file')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where(openTo(actor))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** Who was let in to a file that was not put away, and that was not ended; nothing when there is no such file. */
export async function findCircleOf(
  { db, actor: { organisationId } }: Work,
  { kind, id }: { kind: FileKind; id: string },
): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ circle: string[] }>`
    select array(select c.person_id::text from police_file_circle c
      where c.organisation_id = ${organisationId} and c.file_id = f.id and c.ended_at is null) as circle
    from police_file f
    where f.organisation_id = ${organisationId} and f.kind = ${kind} and f.id = ${id}
      and f.put_away_at is null`.execute(db)
  return rows[0]?.circle
}

/** For what the program itself writes into a file, such as an answer that came; locked. */
export const findRowToHear = (work: Work, id: string): Promise<FileRow | undefined> =>
  tables(work)
    .selectFrom('police_file')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where('put_away_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/**
 * Newest first; ids grow with time. `before` is the last id of the page before, `most` how many are read; without
 * it all are. `open`: only those that are not closed.
 */
export const listFileRows = (
  work: Work,
  actor: PersonActor,
  {
    kind,
    before,
    most,
    open = false,
  }: { kind: FileKind; before?: string | undefined; most?: number; open?: boolean },
): Promise<FileRow[]> =>
  tables(work)
    .selectFrom('police_file')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', kind)
    .where(openTo(actor))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(open, (query) => query.where('state', '<>', 'closed'))
    .orderBy('id', 'desc')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute()

/** The open file with this reference, for someone who may see it; as it is typed, in capitals or not. */
export async function findOpenId(
  work: Work,
  actor: PersonActor,
  kind: FileKind,
  reference: string,
): Promise<string | undefined> {
  const row = await tables(work)
    .selectFrom('police_file')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', kind)
    .where('reference', '=', reference.trim().toUpperCase())
    .where('state', '<>', 'closed')
    .where(openTo(actor))
    .executeTakeFirst()
  return row?.id
}

/** The files of the other kind on the same young person, of those that this person may see. */
export const listFilesWithPseudonym = (
  work: Work,
  actor: PersonActor,
  kind: FileKind,
  index: Buffer,
): Promise<{ id: string; reference: string }[]> =>
  tables(work)
    .selectFrom('police_file')
    .select(['id', 'reference'])
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', kind)
    .where('pseudonym_index', '=', index)
    .where(openTo(actor))
    .orderBy('id')
    .execute()

export async function findFileByKey(
  work: Work,
  actor: PersonActor,
  kind: FileKind,
  key: string,
): Promise<string | undefined> {
  const row = await tables(work)
    .selectFrom('police_file')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('opened_by', '=', actor.personId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.id
}

type NewFile = Omit<
  FileRow,
  | 'organisation_id'
  | 'state'
  | 'opened_by'
  | 'opened_at'
  | 'changed_at'
  | 'put_away_at'
  | 'ready_look_id'
  | 'ready_without'
  | 'version'
>

/** Whether it was kept: not when this person's form made one in the same instant. */
export async function insertFile(work: Work, actor: PersonActor, row: NewFile): Promise<boolean> {
  const inserted = await tables(work)
    .insertInto('police_file')
    .values({
      ...row,
      organisation_id: actor.organisationId,
      state: 'open',
      opened_by: actor.personId,
      opened_at: work.now.toString(),
      changed_at: work.now.toString(),
      put_away_at: null,
      ready_look_id: null,
      ready_without: false,
      version: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'opened_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const updateFile = (
  work: Work,
  id: string,
  change: Partial<
    Pick<
      FileRow,
      | 'state'
      | 'offence'
      | 'age_group'
      | 'arrested_at'
      | 'content'
      | 'version'
      | 'ready_look_id'
      | 'ready_without'
    >
  > = {},
) =>
  tables(work)
    .updateTable('police_file')
    .set({
      ...change,
      // What is put away goes on its day, also when something in it is recalled by who sent it.
      changed_at: sql`case when put_away_at is null then ${work.now.toString()}::timestamptz else changed_at end`,
    })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

/** In the order in which they were taken. */
export const listLookRows = (work: Work, fileId: string): Promise<LookRow[]> =>
  tables(work)
    .selectFrom('police_file_look')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .orderBy('id')
    .execute()

export const insertLook = (
  work: Work,
  actor: PersonActor,
  row: Omit<LookRow, 'organisation_id' | 'looked_by' | 'looked_at'>,
) =>
  tables(work)
    .insertInto('police_file_look')
    .values({
      ...row,
      organisation_id: actor.organisationId,
      looked_by: actor.personId,
      looked_at: work.now.toString(),
    })
    .execute()

export async function isLookedBefore(work: Work, fileId: string, key: string): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('police_file_look')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('file_id', '=', fileId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}
