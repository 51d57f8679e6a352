import { sql } from 'kysely'
import type { Role } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'

/** Roles that somebody who works here holds now. */
export async function listHeldRoles(work: Work): Promise<ReadonlySet<Role>> {
  const { rows } = await sql<{ role: Role }>`select distinct unnest(roles) as role from membership
    where organisation_id = ${work.actor.organisationId} and active`.execute(work.db)
  return new Set(rows.map(({ role }) => role))
}

/** Of these people, those who still work here. */
export async function listWhoWorksHere(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`select person_id as person from membership
    where organisation_id = ${work.actor.organisationId} and active
      and person_id = any (${[...ids]}::uuid[])`.execute(work.db)
  return new Set(rows.map(({ person }) => person))
}
