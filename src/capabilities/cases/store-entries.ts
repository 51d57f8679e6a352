import { sql } from 'kysely'
import { asOne } from '#platform/as-one.ts'
import type { Work } from '#platform/work.ts'
import type { CaseEvent, EntryKind, From } from './entry.ts'
import { type CaseTables, type EntryRow, tables } from './tables.ts'

type VersionRow = CaseTables['case_entry_version']

type NewEntryRow = Pick<EntryRow, 'case_id' | 'id' | 'kind' | 'on_line' | 'written_by'> &
  Partial<EntryRow>

/** The entry and the first version of its words. */
export function insertEntry(work: Work, entry: NewEntryRow, content: Buffer | undefined): void {
  const organisation_id = work.actor.organisationId
  const { written_at = work.now.toString() } = entry
  const row = tables(work)
    .insertInto('case_entry')
    .values({
      event: null,
      happened_on: null,
      origin: null,
      not_to: null,
      decided_as: null,
      from_capability: null,
      from_id: null,
      signal_id: null,
      about_person: null,
      withdrawn_because: null,
      key: null,
      recalled_at: null,
      ...entry,
      version: 1,
      organisation_id,
      written_at,
    })
  if (!content) {
    work.leave(row.compile())
    return
  }
  const version = versionRow(work, {
    case_id: entry.case_id,
    entry_id: entry.id,
    version: 1,
    written_by: entry.written_by,
    written_at,
    content,
  })
  work.leave(asOne(work, row, version))
}

type NewVersion = Omit<VersionRow, 'organisation_id' | 'written_at'> &
  Partial<Pick<VersionRow, 'written_at'>>

export const insertVersion = (work: Work, row: NewVersion): void =>
  work.leave(versionRow(work, row).compile())

const versionRow = (work: Work, row: NewVersion) =>
  tables(work)
    .insertInto('case_entry_version')
    .values({
      written_at: work.now.toString(),
      ...row,
      organisation_id: work.actor.organisationId,
    })

export async function updateEntry(
  work: Work,
  { caseId, id }: { caseId: string; id: string },
  change: Partial<Omit<EntryRow, 'organisation_id' | 'case_id' | 'id'>>,
): Promise<void> {
  await tables(work)
    .updateTable('case_entry')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute()
}

/** The words of all versions; what was written, by whom and when stays. */
export async function deleteVersions(work: Work, caseId: string, entryId: string): Promise<void> {
  await tables(work)
    .deleteFrom('case_entry_version')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('entry_id', '=', entryId)
    .execute()
}

export const findEntryRow = (
  work: Work,
  caseId: string,
  id: string,
): Promise<EntryRow | undefined> =>
  tables(work)
    .selectFrom('case_entry')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What a form with this key wrote before. */
export const findEntryByKey = (work: Work, caseId: string, key: string) =>
  tables(work)
    .selectFrom('case_entry')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('key', '=', key)
    .executeTakeFirst()

export const listVersionRows = (
  work: Work,
  caseId: string,
  entryId: string,
): Promise<VersionRow[]> =>
  tables(work)
    .selectFrom('case_entry_version')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('entry_id', '=', entryId)
    .orderBy('version')
    .execute()

/** A place on the line: the entry that the page before ended with. */
export type LinePlace = { readonly onLine: string; readonly id: string }

/**
 * The line of time, newest first, with the words as they are now; a page at a time. The words are looked up
 * per line: joined, PostgreSQL reads all versions of all that was ever written in the case.
 */
export const listLine = (
  work: Work,
  caseId: string,
  {
    kind,
    before,
    otherFiles,
    limit,
  }: {
    kind?: EntryKind | undefined
    before?: LinePlace | undefined
    otherFiles: boolean
    limit: number
  },
) =>
  tables(work)
    .selectFrom('case_entry')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('case_entry_version')
          .select(['content', 'written_by', 'written_at'])
          .whereRef('case_entry_version.organisation_id', '=', 'case_entry.organisation_id')
          .whereRef('case_entry_version.case_id', '=', 'case_entry.case_id')
          .whereRef('case_entry_version.entry_id', '=', 'case_entry.id')
          .whereRef('case_entry_version.version', '=', 'case_entry.version')
          .limit(sql.lit(1))
          .as('now'),
      (join) => join.onTrue(),
    )
    .selectAll('case_entry')
    .select(['now.content', 'now.written_by as changed_by', 'now.written_at as changed_at'])
    .where('case_entry.organisation_id', '=', work.actor.organisationId)
    .where('case_entry.case_id', '=', caseId)
    .$if(kind !== undefined, (query) => query.where('case_entry.kind', '=', kind ?? 'fact'))
    .$if(!otherFiles, (query) =>
      query.where('case_entry.event', 'is distinct from', 'same-person' satisfies CaseEvent),
    )
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(case_entry.on_line, case_entry.id) < (${before?.onLine}::date, ${before?.id}::uuid)`,
      ),
    )
    .orderBy('case_entry.on_line', 'desc')
    .orderBy('case_entry.id', 'desc')
    .limit(sql.lit(limit))
    .execute()

export type LineRow = Awaited<ReturnType<typeof listLine>>[number]

/** Whether this signal stands in this file, and was not taken out again. */
export async function hasSignal(work: Work, caseId: string, signalId: string): Promise<boolean> {
  const found = await tables(work)
    .selectFrom('case_entry')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('signal_id', '=', signalId)
    .where('case_id', '=', caseId)
    .where('withdrawn_because', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** For sharing: which entry of this case came from there. */
export async function findEntryFrom(
  work: Work,
  caseId: string,
  { capability, id }: From,
): Promise<string | undefined> {
  const row = await tables(work)
    .selectFrom('case_entry')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('from_capability', '=', capability)
    .where('from_id', '=', id)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

/** Answers how many; one that was marked before stays as it was. */
export async function markEntriesRecalled(work: Work, caseId: string, from: From): Promise<number> {
  const { numUpdatedRows } = await tables(work)
    .updateTable('case_entry')
    .set({ recalled_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('from_capability', '=', from.capability)
    .where('from_id', '=', from.id)
    .where('recalled_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
