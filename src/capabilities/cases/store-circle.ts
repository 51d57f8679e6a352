import { type Expression, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '#platform/actor.ts'
import { keepsCases } from '#platform/members.ts'
import type { Work } from '#platform/work.ts'
import { keepersIn, mayHaveCases, mayOpenCase, rolesBefore, workersIn } from './access.ts'
import { type CaseTables, tables } from './tables.ts'

type CircleRow = CaseTables['case_circle']

/** Whoever follows up here now, as one column `person_id`. */
export const followersHere = (work: Work): RawBuilder<unknown> =>
  sql`(select person_id from membership where organisation_id = ${work.actor.organisationId}
    and active and ${keepsCases} and roles && ${keepersIn(work)}::text[])`

/** Access that was given, was not ended, and did not run out. */
export const standsNow = (work: Work, circle: string) =>
  sql<boolean>`${sql.ref(`${circle}.ended_at`)} is null and (${sql.ref(`${circle}.until_at`)} is null
    or ${sql.ref(`${circle}.until_at`)} > ${work.now.toString()}::timestamptz)`

/**
 * Is this person in the circle of the case in this column now? One step of an index for each row that is
 * looked at. `offset 0` keeps it so: PostgreSQL would rather read all the cases of this person first.
 */
export const inCircleOf = (
  work: Work,
  personId: string | Expression<unknown>,
  column: string,
): RawBuilder<boolean> =>
  sql<boolean>`exists (select from case_circle c where c.organisation_id = ${work.actor.organisationId}
    and c.case_id = ${sql.ref(column)} and c.person_id = ${personId} and ${standsNow(work, 'c')} offset 0)`

/**
 * Whoever coordinates the case in `case_file` does not follow up here now, or does so again after their
 * place in its circle ended.
 */
export const coordinatorGone = (work: Work): RawBuilder<boolean> =>
  sql<boolean>`(case_file.coordinator_id not in ${followersHere(work)}
    or not ${inCircleOf(work, sql.ref('case_file.coordinator_id'), 'case_file.id')})`

/** Nobody of the circle of the open case in `case_file` follows up here now. */
const forsaken = (work: Work): RawBuilder<boolean> =>
  sql<boolean>`(case_file.state = 'open' and not exists (select from case_circle c
    where c.organisation_id = ${work.actor.organisationId} and c.case_id = case_file.id and ${standsNow(work, 'c')}
      and c.person_id in ${followersHere(work)} offset 0))`

/** What `Standing` asks of the case in `case_file`, for this person. */
export function standingOf(work: Work, actor: PersonActor) {
  const { organisationId } = work.actor
  const before = rolesBefore(actor)
  return {
    inCircle: inCircleOf(work, actor.personId, 'case_file.id'),
    forsaken: forsaken(work),
    coordinatorGone: coordinatorGone(work),
    othersFirst: sql<boolean>`exists (select from membership m where m.organisation_id = ${organisationId}
      and m.active and m.${keepsCases} and m.roles && ${before}::text[])`,
  }
}

/** What `Standing` asks of a case, for everybody at once: the circle as it is now. */
export const findStanding = (work: Work, caseId: string) =>
  tables(work)
    .selectFrom('case_file')
    .select('coordinator_id')
    .select([forsaken(work).as('forsaken'), coordinatorGone(work).as('coordinator_gone')])
    .select(
      sql<string[]>`array(select c.person_id::text from case_circle c
        where c.organisation_id = ${work.actor.organisationId} and c.case_id = case_file.id
          and ${standsNow(work, 'c')})`.as('circle'),
    )
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', caseId)
    .executeTakeFirst()

/** The rule `maySee` as part of a query over `case_file`. */
export function openTo(work: Work, actor: PersonActor): RawBuilder<boolean> {
  if (!mayHaveCases(actor)) return sql<boolean>`false`
  const { inCircle, forsaken, othersFirst } = standingOf(work, actor)
  if (!mayOpenCase(actor)) return inCircle
  return sql<boolean>`(${inCircle} or (${forsaken} and not ${othersFirst}))`
}

/**
 * For lists of other capabilities: is the case in this column open to this person now, by being in its
 * circle? What is with nobody is found through its own page.
 */
export const caseOpenTo = (work: Work, column: string): RawBuilder<boolean> =>
  mayHaveCases(work.actor) ? inCircleOf(work, work.actor.personId, column) : sql<boolean>`false`

/** For lists of other capabilities: does this person coordinate the case in this column? */
export const coordinatesCase = (work: Work, personId: string, column: string) =>
  sql<boolean>`exists (select from case_file f where f.organisation_id = ${work.actor.organisationId}
    and f.id = ${sql.ref(column)} and f.coordinator_id = ${personId} offset 0)`

/** Whoever works with young people here now, as one column `person_id`. */
const workersHere = (work: Work): RawBuilder<unknown> =>
  sql`(select person_id from membership where organisation_id = ${work.actor.organisationId}
    and active and roles && ${workersIn(work)}::text[])`

/** Who is in the circle of a case now and works here. */
export async function listPeopleNow(work: Work, caseId: string): Promise<string[]> {
  const rows = await tables(work)
    .selectFrom('case_circle')
    .select('person_id')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where(standsNow(work, 'case_circle'))
    .where(sql<boolean>`person_id in ${workersHere(work)}`)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export type CircleMember = CircleRow & { readonly here: boolean }

export const listCircleRows = (work: Work, caseId: string): Promise<CircleMember[]> =>
  tables(work)
    .selectFrom('case_circle')
    .selectAll()
    .select(sql<boolean>`person_id in ${workersHere(work)}`.as('here'))
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** Whether this person may see the case now by being in its circle: only they can be given something to do. */
export const isInCircle = async (work: Work, caseId: string, personId: string): Promise<boolean> =>
  (await listPeopleNow(work, caseId)).includes(personId)

export const findCircleRow = (
  work: Work,
  caseId: string,
  personId: string,
): Promise<CircleRow | undefined> =>
  tables(work)
    .selectFrom('case_circle')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export async function insertCircleRow(
  work: Work,
  row: Pick<CircleRow, 'case_id' | 'id' | 'person_id' | 'added_by' | 'until_at' | 'reason'> &
    Partial<Pick<CircleRow, 'case_open'>>,
): Promise<void> {
  await tables(work)
    .insertInto('case_circle')
    .values({
      case_open: true,
      ...row,
      organisation_id: work.actor.organisationId,
      added_at: work.now.toString(),
      ended_at: null,
      ended_by: null,
      end_reason: null,
      ended_by_leaving: false,
    })
    .execute()
}

export async function endCircleRow(
  work: Work,
  { caseId, id, by, reason }: { caseId: string; id: string; by: string; reason: Buffer | null },
): Promise<void> {
  await tables(work)
    .updateTable('case_circle')
    .set({ ended_at: work.now.toString(), ended_by: by, end_reason: reason })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute()
}

/** Ends every place of somebody who no longer works with young people here; answers in which cases. */
export async function endPlacesOf(
  work: Work,
  { personId, by }: { personId: string; by: string },
): Promise<string[]> {
  const rows = await tables(work)
    .updateTable('case_circle')
    .set({ ended_at: work.now.toString(), ended_by: by, ended_by_leaving: true })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .where(standsNow(work, 'case_circle'))
    .returning('case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}

export async function markCircle(work: Work, caseId: string, open: boolean): Promise<void> {
  await tables(work)
    .updateTable('case_circle')
    .set({ case_open: open })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('case_id', '=', caseId)
    .execute()
}

/** Whether this person works with young people here now, or follows up here. */
export async function isColleague(
  work: Work,
  personId: string,
  as: 'who-can-be-let-in' | 'who-follows-up' = 'who-can-be-let-in',
): Promise<boolean> {
  const wanted = as === 'who-follows-up' ? keepersIn(work) : workersIn(work)
  const { rows } = await sql`select 1 from membership
    where organisation_id = ${work.actor.organisationId} and person_id = ${personId}
      and active and roles && ${wanted}::text[]`.execute(work.db)
  return rows.length > 0
}
