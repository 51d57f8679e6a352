import type { Kysely } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { seats } from './access.ts'

/** An organisation as the public list has it. */
export type Party = { readonly id: string; readonly kind: OrganisationKind; readonly name: string }

type PublicTables = { organisation: { id: string; kind: OrganisationKind; name: string } }

/** The list of organisations is public: no policy guards it. */
const parties = ({ db }: Work) =>
  (db.withTables<PublicTables>() as Kysely<PublicTables>)
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])

export const findParty = (work: Work, id: string): Promise<Party | undefined> =>
  parties(work).where('id', '=', id).executeTakeFirst()

export const listParties = (work: Work, ids: readonly string[]): Promise<Party[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : parties(work)
        .where('id', 'in', [...new Set(ids)])
        .orderBy('name')
        .execute()

/** Those that can be invited, by name; never the own one. */
export const listInvitable = (work: Work): Promise<Party[]> =>
  parties(work)
    .where('kind', 'in', Object.keys(seats) as OrganisationKind[])
    .where('id', '<>', work.actor.organisationId)
    .orderBy('name')
    .limit(1_000)
    .execute()
