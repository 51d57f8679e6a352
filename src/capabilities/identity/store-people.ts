import { sql } from 'kysely'
import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { Organisation } from './organisation.ts'
import { tables } from './store-tables.ts'

/** One organisation that someone may work for, and as whom. */
export type Opening = {
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  readonly personId: string
  readonly roles: readonly Role[]
}

export type OpeningRow = {
  organisation_id: string
  organisation_name: string
  organisation_kind: string
  roles: string[]
}

export const openingFrom = (row: OpeningRow, personId: string): Opening => ({
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  organisationKind: row.organisation_kind as OrganisationKind,
  personId,
  roles: row.roles as Role[],
})

/** Where this person works. Only for someone who has just proved who they are. */
export async function findOpenings(pool: Pool, personId: string): Promise<Opening[]> {
  const found = await pool.query<OpeningRow>({
    name: 'find-memberships',
    text: 'select * from find_memberships($1)',
    values: [personId],
  })
  return found.rows.map((row) => openingFrom(row, personId))
}

/** An organisation is a public fact: no policy guards it, and only the owner of the database adds one. */
export async function insertOrganisations(
  pool: Pool,
  organisations: readonly (Organisation & {
    brin?: string | undefined
    municipality?: string | undefined
    demo: boolean
  })[],
): Promise<void> {
  for (const { id, kind, name, brin, municipality, demo } of organisations) {
    await pool.query(
      `insert into organisation (id, kind, name, brin, municipality, demo)
       values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
      [id, kind, name, brin ?? null, municipality ?? null, demo],
    )
  }
}

/** All organisations, or all of one kind; a public fact that no policy guards. */
export async function listOrganisationIds(
  { db }: Work,
  kind?: OrganisationKind,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from organisation ${kind ? sql`where kind = ${kind}` : sql``} order by id`.execute(db)
  return rows.map((row) => row.id)
}

export async function getOwnOrganisation(work: Work): Promise<Organisation> {
  const { rows } = await sql<Organisation>`
    select id, kind, name from organisation where id = ${work.actor.organisationId}`.execute(
    work.db,
  )
  const row = rows[0]
  if (!row) throw new Error('An actor works for an organisation that does not exist.')
  return row
}

export async function listMembers(work: Work) {
  return tables(work.db)
    .selectFrom('membership')
    .select(['person_id', 'roles', 'profile', 'active'])
    .where('organisation_id', '=', work.actor.organisationId)
    .execute()
}

export async function findMembers(work: Work, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return (
    tables(work.db)
      .selectFrom('membership')
      .select(['person_id', 'roles', 'profile', 'active'])
      .where('organisation_id', '=', work.actor.organisationId)
      // One statement for any number of people: each number written out would be planned and kept by itself.
      .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
      .execute()
  )
}

export async function findMembersWithRole(work: Work, roles: readonly Role[]) {
  return tables(work.db)
    .selectFrom('membership')
    .select(['person_id', 'profile'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('active', '=', true)
    .where(sql<boolean>`roles && ${[...roles]}::text[]`)
    .execute()
}

/** Locks the row, so that two administrators change the same colleague one after the other. */
export async function lockMember(work: Work, personId: string) {
  return tables(work.db)
    .selectFrom('membership')
    .select(['person_id', 'roles', 'profile', 'active', 'language'])
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
}

type NewMember = {
  personId: string
  roles: readonly Role[]
  profile: Buffer
  language?: Language
}

/** Answers whether the member is new; someone who works here already stays as they are. */
export async function insertMember(work: Work, member: NewMember): Promise<boolean> {
  await tables(work.db)
    .insertInto('person')
    .values({ id: member.personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const inserted = await tables(work.db)
    .insertInto('membership')
    .values({
      organisation_id: work.actor.organisationId,
      person_id: member.personId,
      roles: [...member.roles],
      profile: member.profile,
      active: true,
      language: member.language ?? 'nl',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function updateMember(
  work: Work,
  personId: string,
  change: { roles?: string[]; active?: boolean; language?: Language },
): Promise<void> {
  await tables(work.db)
    .updateTable('membership')
    .set(change)
    .where('organisation_id', '=', work.actor.organisationId)
    .where('person_id', '=', personId)
    .execute()
}
