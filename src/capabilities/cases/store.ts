import { sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { newReference } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { inCircleOf, openTo, standingOf } from './store-circle.ts'
import { type CaseRow, type CaseTables, tables } from './tables.ts'

export type FoundCase = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>

/**
 * The case with how this person stands to it; nothing for who may not see it. The lock comes first: a person
 * who waited for it is asked about with the circle as it is by then.
 */
export async function findCaseRow(work: Work, actor: PersonActor, id: string, lock = false) {
  if (lock) lockCase(work, id)
  const standing = standingOf(work, actor)
  return tables(work)
    .selectFrom('case_file')
    .selectAll()
    .select([
      standing.inCircle.as('in_circle'),
      standing.forsaken.as('forsaken'),
      standing.coordinatorGone.as('coordinator_gone'),
      standing.othersFirst.as('others_first'),
    ])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .where(openTo(work, actor))
    .executeTakeFirst()
}

/** A statement of its own: what travels after it sees what another transaction left. */
const lockCase = (work: Work, id: string): void =>
  work.leave(
    tables(work)
      .selectFrom('case_file')
      .select('id')
      .where('organisation_id', '=', work.actor.organisationId)
      .where('id', '=', id)
      .forUpdate()
      .compile(),
  )

type NewCase = Pick<CaseRow, 'id' | 'coordinator_id' | 'content_key' | 'content' | 'key'>

/** Answers the code under which people speak of it; nothing when a form with this key opened one before. */
export async function insertCase(work: Work, row: NewCase): Promise<string | undefined> {
  const inserted = await tables(work)
    .insertInto('case_file')
    .values({
      ...row,
      organisation_id: work.actor.organisationId,
      code: newReference('C'),
      state: 'open',
      opened_by: row.coordinator_id,
      opened_at: work.now.toString(),
      changed_at: work.now.toString(),
      closed_at: null,
      outcome: null,
      version: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'opened_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('code')
    .executeTakeFirst()
  return inserted?.code
}

export const findCaseByKey = (work: Work, openedBy: string, key: string) =>
  tables(work)
    .selectFrom('case_file')
    .select('id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('opened_by', '=', openedBy)
    .where('key', '=', key)
    .executeTakeFirst()

/** Also says that something in the case changed, for whoever remembers its words. */
export function updateCase(
  work: Work,
  id: string,
  change: Partial<Omit<CaseRow, 'organisation_id' | 'id' | 'code'>> = {},
): void {
  work.leave(
    tables(work)
      .updateTable('case_file')
      .set({
        ...change,
        // Always later than it was: two changes in one moment must not look like one.
        changed_at: sql`greatest(${work.now.toString()}::timestamptz, changed_at + interval '1 microsecond')`,
      })
      .where('organisation_id', '=', work.actor.organisationId)
      .where('id', '=', id)
      .compile(),
  )
}

export const findCaseKeyRow = (work: Work, id: string) =>
  tables(work)
    .selectFrom('case_file')
    .select(['id', 'content_key'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

type IdentityRow = CaseTables['case_identity']

export async function insertIdentity(
  work: Work,
  row: Omit<IdentityRow, 'organisation_id' | 'version'>,
): Promise<void> {
  await tables(work)
    .insertInto('case_identity')
    .values({ ...row, organisation_id: work.actor.organisationId, version: 1 })
    .execute()
}

export const getIdentityRow = (work: Work, caseId: string): Promise<IdentityRow> =>
  tables(work)
    .selectFrom('case_identity')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()

export async function updateIdentity(
  work: Work,
  caseId: string,
  change: Omit<IdentityRow, 'organisation_id' | 'case_id' | 'content_key'>,
): Promise<void> {
  await tables(work)
    .updateTable('case_identity')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .execute()
}

/** Open cases that may be about the same young person; `mine`: this person is in its circle. */
export const listSamePerson = (
  work: Work,
  actor: PersonActor,
  { name_index, number_index }: Pick<IdentityRow, 'name_index' | 'number_index'>,
) =>
  tables(work)
    .selectFrom('case_file')
    .innerJoin('case_identity', (join) =>
      join
        .onRef('case_identity.organisation_id', '=', 'case_file.organisation_id')
        .onRef('case_identity.case_id', '=', 'case_file.id'),
    )
    .select(['case_file.id', 'case_file.code', 'case_file.coordinator_id', 'case_file.content_key'])
    .select('case_file.key')
    .select(inCircleOf(work, actor.personId, 'case_file.id').as('mine'))
    .where('case_file.organisation_id', '=', work.actor.organisationId)
    .where('case_identity.organisation_id', '=', work.actor.organisationId)
    .where('case_file.state', '=', 'open')
    .where((where) =>
      where.or([
        where('case_identity.name_index', '=', name_index),
        where('case_identity.number_index', '=', number_index),
      ]),
    )
    .orderBy('case_file.id')
    .limit(20)
    .execute()
