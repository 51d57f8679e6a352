import type { Kysely } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
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

/** Of these kinds, by name; never the own one. */
export const listParties = (work: Work, kinds: readonly OrganisationKind[]): Promise<Party[]> =>
  kinds.length === 0
    ? Promise.resolve([])
    : organisations(work)
        .selectFrom('organisation')
        .select(['id', 'kind', 'name'])
        .where('kind', 'in', kinds)
        .where('id', '<>', work.actor.organisationId)
        .orderBy('name')
        .limit(500)
        .execute()

export const listPartiesById = (work: Work, ids: readonly string[]): Promise<Party[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : organisations(work)
        .selectFrom('organisation')
        .select(['id', 'kind', 'name'])
        .where('id', 'in', ids)
        .orderBy('name')
        .execute()
