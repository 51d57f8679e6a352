import { sql } from 'kysely'
import type { PersonActor, Role } from '#platform/actor.ts'
import { keepsCases } from '#platform/members.ts'
import type { Work } from '#platform/work.ts'
import { keepersIn, mayOpenCase, tiersIn } from './access.ts'
import { coordinatorGone, followersHere, inCircleOf, openTo, standsNow } from './store-circle.ts'
import { type CaseRow, isOpen, tables } from './tables.ts'

const listed = [
  'case_file.id',
  'case_file.code',
  'case_file.state',
  'case_file.coordinator_id',
  'case_file.opened_at',
  'case_file.changed_at',
  'case_file.content_key',
] as const

/**
 * Cases in whose circle this person is, newest first: read along the index of the circle, so that a page
 * costs the same with ten cases as with ten thousand. `before` is the last one of the page before.
 */
export const listOfCircle = (
  work: Work,
  actor: PersonActor,
  { open, before, limit }: { open: boolean; before?: string | undefined; limit: number },
) =>
  tables(work)
    .selectFrom('case_circle')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.organisation_id', '=', 'case_circle.organisation_id')
        .onRef('case_file.id', '=', 'case_circle.case_id'),
    )
    .innerJoin('case_identity', (join) =>
      join
        .onRef('case_identity.organisation_id', '=', 'case_circle.organisation_id')
        .onRef('case_identity.case_id', '=', 'case_circle.case_id'),
    )
    .select(listed)
    .select(['case_identity.content_key as identity_key', 'case_identity.content as identity'])
    .where('case_circle.organisation_id', '=', work.actor.organisationId)
    .where('case_circle.person_id', '=', actor.personId)
    .where('case_circle.case_open', '=', open)
    .where(standsNow(work, 'case_circle'))
    .$if(before !== undefined, (query) => query.where('case_circle.case_id', '<', before ?? ''))
    .orderBy('case_circle.case_id', 'desc')
    .limit(sql.lit(limit))
    .execute()

export type ListedCase = Awaited<ReturnType<typeof listOfCircle>>[number]

/**
 * Open cases whose coordinator does not follow up here any more, which this person may go on with. Asked
 * of the different coordinators first, one step of the index each: seldom are there more than ten. Of one
 * who works here again, the cases they left are asked for.
 */
export async function listForsaken(work: Work, actor: PersonActor, limit: number) {
  if (!mayOpenCase(actor)) return []
  const organisation = work.actor.organisationId
  const coordinators = sql`(with recursive every as (
      (select coordinator_id as person from case_file
        where organisation_id = ${organisation} and state = 'open' order by coordinator_id limit 1)
      union all
      select (select f.coordinator_id from case_file f where f.organisation_id = ${organisation}
        and f.state = 'open' and f.coordinator_id > every.person order by f.coordinator_id limit 1)
      from every where every.person is not null)
    select person, person in ${followersHere(work)} as again from every where person is not null)`
  const { rows } = await sql<Pick<CaseRow, 'id' | 'code' | 'opened_at'>>`
    with coordinator as materialized (select * from ${coordinators} as c)
    select * from (
      (select f.* from coordinator cross join lateral (
        select id, code, opened_at from case_file
        where organisation_id = ${organisation} and state = 'open' and coordinator_id = coordinator.person
          and ${openTo(work, actor)}
        order by id limit ${sql.lit(limit)}) f
      where not again)
      union
      (select f.* from coordinator cross join lateral (
        select id, code, opened_at from case_file
        where organisation_id = ${organisation} and state = 'open' and coordinator_id = coordinator.person
          and id in (select case_id from case_circle where organisation_id = ${organisation}
            and person_id = coordinator.person and ended_by_leaving)
          and ${coordinatorGone(work)} and ${openTo(work, actor)}
        order by id limit ${sql.lit(limit)}) f
      where again)) gone
    order by id limit ${sql.lit(limit)}`.execute(work.db)
  return rows
}

/** A person as they would be: with these roles, or with none because their access stops. */
export type Leaving = { readonly personId: string; readonly roles: readonly Role[] }

/**
 * Open cases that hang on this colleague, with who could go on with each: those of the circle who follow up
 * here. Nobody: then the coordinators of the organisation see it. `coordinated`: by this colleague; otherwise
 * by somebody who is gone, with this colleague in the circle.
 */
export const listHangingOn = (work: Work, personId: string) => {
  const { organisationId } = work.actor
  const here = followersHere(work)
  const mine = inCircleOf(work, personId, 'case_file.id')
  const own = sql<boolean>`(coordinator_id = ${personId}::uuid and ${mine})`
  return tables(work)
    .selectFrom('case_file')
    .select(['id', 'code', own.as('coordinated')])
    .select(
      sql<string[]>`array(select c.person_id from case_circle c
        where c.organisation_id = case_file.organisation_id and c.case_id = case_file.id
          and c.person_id <> ${personId}::uuid and ${standsNow(work, 'c')}
          and c.person_id in ${here})`.as('others'),
    )
    .where('organisation_id', '=', organisationId)
    .where('state', '=', isOpen)
    .where(
      sql<boolean>`(${own} or (${mine} and ${personId}::uuid in ${here} and ${coordinatorGone(work)}))`,
    )
    .orderBy('id')
    .execute()
}

/** Who sees a case that is with nobody once this colleague left: the first of these roles that is held here. */
export async function listTakers(work: Work, leavingId: string): Promise<string[]> {
  const { rows } = await sql<{ person: string; roles: Role[] }>`
    select person_id as person, roles from membership
    where organisation_id = ${work.actor.organisationId} and active and ${keepsCases}
      and roles && ${keepersIn(work)}::text[] and person_id <> ${leavingId}::uuid`.execute(work.db)
  for (const tier of tiersIn(work)) {
    const takers = rows.filter(({ roles }) => roles.some((role) => tier.includes(role)))
    if (takers.length > 0) return takers.map(({ person }) => person)
  }
  return []
}
