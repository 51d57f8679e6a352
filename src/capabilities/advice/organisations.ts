import type { Kysely } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import { advisingKinds } from './access.ts'

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

/** Those that give advice, by name; never the own one. */
export const listAdvisers = (work: Work): Promise<Party[]> =>
  parties(work)
    .where('kind', 'in', advisingKinds)
    .where('id', '<>', work.actor.organisationId)
    .orderBy('name')
    .limit(1_000)
    .execute()

export async function partyNames(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await parties(work)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
