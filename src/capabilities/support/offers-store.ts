import type { PersonActor } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { type OfferColumns, type SupportTables, tables } from './tables.ts'

/** An offer as everybody may read it: what the doors of the database answer, and nothing else. */
export type PublishedRow = OfferColumns & {
  id: string
  organisation_name: string
  changed_at: string
}

export async function listPublishedRows(
  pool: Pool,
  { place, help, most }: { place?: string | undefined; help?: string; most: number },
) {
  const found = await pool.query<PublishedRow>({
    name: 'list-published-offers',
    text: 'select * from list_published_offers($1, $2, $3)',
    values: [place ?? null, help ?? null, most],
  })
  return found.rows
}

export async function findPublishedRow(pool: Pool, id: string): Promise<PublishedRow | undefined> {
  const found = await pool.query<PublishedRow>({
    name: 'find-published-offer',
    text: 'select * from find_published_offer($1)',
    values: [id],
  })
  return found.rows[0]
}

export async function listOfferedPlaces(pool: Pool) {
  const found = await pool.query<{ intervention: string | null; municipality: string }>({
    name: 'list-offered-places',
    text: 'select * from list_offered_places()',
  })
  return found.rows
}

/** The municipality that the organisation register gives for the organisation at work. */
export async function findOwnMunicipality(work: Work): Promise<string | undefined> {
  const row = await work.db
    .withTables<{ organisation: { id: string; municipality: string | null } }>()
    .selectFrom('organisation')
    .select('municipality')
    .where('id', '=', work.actor.organisationId)
    .executeTakeFirst()
  return row?.municipality ?? undefined
}

/** Nothing when the same form was sent before: then this is the offer it made. */
export async function insertOffer(
  work: Work,
  actor: PersonActor,
  row: OfferColumns & { id: string; key: string | undefined },
): Promise<string | undefined> {
  const { key = null, ...columns } = row
  const made = await tables(work)
    .insertInto('help_offer')
    .values({
      ...columns,
      key,
      organisation_id: actor.organisationId,
      state: 'published',
      version: 1,
      published_by: actor.personId,
      published_at: work.now.toString(),
      changed_at: work.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'published_by', 'key'])
        .where('key', 'is not', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

export const findOfferRow = (work: Work, id: string, lock = false) =>
  tables(work)
    .selectFrom('help_offer')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** By id: the oldest first. */
export const listOwnRows = (work: Work) =>
  tables(work)
    .selectFrom('help_offer')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)
    .orderBy('id')
    .execute()

export const updateOffer = (
  work: Work,
  id: string,
  change: Partial<Omit<SupportTables['help_offer'], 'organisation_id' | 'id'>>,
) =>
  tables(work)
    .updateTable('help_offer')
    .set({ ...change, changed_at: work.now.toString() })
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)
    .execute()

export const insertOfferEvent = (
  work: Work,
  actor: PersonActor,
  offerId: string,
  kind: SupportTables['help_offer_event']['kind'],
) =>
  tables(work)
    .insertInto('help_offer_event')
    .values({
      organisation_id: actor.organisationId,
      offer_id: offerId,
      id: newId(),
      kind,
      happened_at: work.now.toString(),
      by_person: actor.personId,
    })
    .execute()
