import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { standsNow } from './store-circle.ts'
import { tables } from './tables.ts'

/**
 * Every case that this person may see, open or closed, newest first; a portion at a time, without its words.
 * What is open and what is closed each have their order in the index of the circle.
 */
export const listSearchable = (
  work: Work,
  actor: PersonActor,
  { before, limit }: { before: string | undefined; limit: number },
) => {
  const half = (open: boolean) =>
    tables(work)
      .selectFrom('case_circle')
      .select('case_circle.case_id')
      .where('case_circle.organisation_id', '=', work.actor.organisationId)
      .where('case_circle.person_id', '=', actor.personId)
      .where('case_circle.case_open', '=', sql.lit(open))
      .where(standsNow(work, 'case_circle'))
      .$if(before !== undefined, (query) => query.where('case_circle.case_id', '<', before ?? ''))
      .orderBy('case_circle.case_id', 'desc')
      .limit(sql.lit(limit))
  return tables(work)
    .selectFrom((from) =>
      from
        .selectFrom(half(true).as('open'))
        .selectAll()
        .unionAll(from.selectFrom(half(false).as('closed')).selectAll())
        .orderBy('case_id', 'desc')
        .limit(sql.lit(limit))
        .as('circle'),
    )
    .innerJoin('case_file', 'case_file.id', 'circle.case_id')
    .innerJoin('case_identity', 'case_identity.case_id', 'circle.case_id')
    .select([
      'case_file.id',
      'case_file.code',
      'case_file.state',
      'case_file.changed_at',
      'case_identity.version as identity_version',
    ])
    .where('case_file.organisation_id', '=', work.actor.organisationId)
    .where('case_identity.organisation_id', '=', work.actor.organisationId)
    .orderBy('case_file.id', 'desc')
    .execute()
}

export type SearchableCase = Awaited<ReturnType<typeof listSearchable>>[number]

/** The question of these cases and who they are about, still sealed. */
export const listSealedCases = (work: Work, caseIds: readonly string[]) =>
  tables(work)
    .selectFrom('case_file')
    .innerJoin('case_identity', (join) =>
      join
        .onRef('case_identity.organisation_id', '=', 'case_file.organisation_id')
        .onRef('case_identity.case_id', '=', 'case_file.id'),
    )
    .select([
      'case_file.id',
      'case_file.content_key',
      'case_file.content',
      'case_identity.content_key as identity_key',
      'case_identity.content as identity',
    ])
    .where('case_file.organisation_id', '=', work.actor.organisationId)
    .where('case_file.id', '=', anyOf(caseIds))
    .execute()

/** One statement for any number of cases: each number written out would be planned and kept by itself. */
const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/** The words of these cases as they are now, still sealed. */
export const listEntryWords = (work: Work, caseIds: readonly string[]) =>
  tables(work)
    .selectFrom('case_entry')
    .innerJoin('case_entry_version', (join) =>
      join
        .onRef('case_entry_version.organisation_id', '=', 'case_entry.organisation_id')
        .onRef('case_entry_version.case_id', '=', 'case_entry.case_id')
        .onRef('case_entry_version.entry_id', '=', 'case_entry.id')
        .onRef('case_entry_version.version', '=', 'case_entry.version'),
    )
    .select([
      'case_entry.case_id',
      'case_entry.id',
      'case_entry.kind',
      'case_entry.version',
      'case_entry_version.content',
    ])
    .where('case_entry.organisation_id', '=', work.actor.organisationId)
    .where('case_entry.case_id', '=', anyOf(caseIds))
    .execute()

export const listTaskWords = (work: Work, caseIds: readonly string[]) =>
  tables(work)
    .selectFrom('case_task')
    .select(['case_id', 'id', 'content'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', anyOf(caseIds))
    .execute()

export const listRoleWords = (work: Work, caseIds: readonly string[]) =>
  tables(work)
    .selectFrom('case_role')
    .select(['case_id', 'id', 'content'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', anyOf(caseIds))
    .execute()

/** What is said about the documents that are there, still sealed; not the documents themselves. */
export const listDocumentWords = (work: Work, caseIds: readonly string[]) =>
  tables(work)
    .selectFrom('case_document')
    .select(['case_id', 'id', 'content_key', 'content'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', anyOf(caseIds))
    .where('removed_at', 'is', null)
    .execute()
