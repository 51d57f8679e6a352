import { type Kysely, sql } from 'kysely'
import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'

/** An organisation as the public list has it. */
export type Party = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

type PublicTables = {
  organisation: { id: string; kind: OrganisationKind; name: string; demo: boolean }
}

const organisations = ({ db }: Work): Kysely<PublicTables> => db.withTables<PublicTables>()

/** The list of organisations is public: no policy guards it. */
export const findParty = (work: Work, id: string): Promise<Party | undefined> =>
  organisations(work)
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()

type Members = {
  membership: { organisation_id: string; person_id: string; roles: Role[]; active: boolean }
}

/** Who works here now, in which roles. */
export const listMembers = ({ db, actor }: Work) =>
  (db.withTables<Members>() as Kysely<Members>)
    .selectFrom('membership')
    .select(['person_id', 'roles'])
    .where('organisation_id', '=', actor.organisationId)
    .where('active', '=', true)
    .execute()

/** What a page holds. */
const pageOfParties = 50

type Search = {
  readonly kinds: readonly OrganisationKind[]
  readonly part: string
  readonly after: string | undefined
}

/** Of these kinds, with this in its name, by name; never the own one. Page by page, from a name and not from a count. */
export async function searchParties(
  work: Work,
  { kinds, part, after }: Search,
): Promise<{ readonly parties: readonly Party[]; readonly next: string | undefined }> {
  if (kinds.length === 0) return { parties: [], next: undefined }
  const found = await organisations(work)
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('kind', 'in', kinds)
    .where('id', '<>', work.actor.organisationId)
    .$if(part !== '', (query) => query.where('name', 'ilike', `%${asItIs(part)}%`))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(name, id) > (select name, id from organisation where id = ${after ?? ''})`,
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(pageOfParties + 1)
    .execute()
  const parties = found.slice(0, pageOfParties)
  return { parties, next: found.length > pageOfParties ? parties.at(-1)?.id : undefined }
}

/** Signs that mean something else in a pattern. */
const asItIs = (part: string): string => part.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** The names of these, by id. */
export const partyNames = async (
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map((await listPartiesById(work, ids)).map(({ id, name }) => [id, name]))

export const listPartiesById = (work: Work, ids: readonly string[]): Promise<Party[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : organisations(work)
        .selectFrom('organisation')
        .select(['id', 'kind', 'name'])
        .where('id', 'in', [...new Set(ids)])
        .orderBy('name')
        .execute()
