import type { Pool } from '#platform/database.ts'
import type { OfferContent } from './offer.ts'
import {
  findPublishedRow,
  listOfferedPlaces,
  listPublishedRows,
  type PublishedRow,
} from './offers-store.ts'
import type { OfferColumns } from './tables.ts'

/** An offer as everybody may read it. */
export type PublishedOffer = OfferContent & {
  readonly id: string
  readonly organisation: string
  readonly edition: string
  /** the day on which they said how many places are free */
  readonly placesOn: string | undefined
  readonly changedAt: string
}

/** Where which intervention is on offer, as municipalities and providers say. */
export type Offered = {
  /** every municipality with an offer, by name */
  readonly municipalities: readonly string[]
  readonly of: (intervention: string) => readonly string[]
}

export type PublishedOffers = {
  list(municipality: string | undefined): Promise<{ offers: PublishedOffer[]; more: boolean }>
  /** where this intervention is on offer */
  of(intervention: string): Promise<PublishedOffer[]>
  find(id: string): Promise<PublishedOffer | undefined>
  offered(): Promise<Offered>
}

/** Offers on one page; who has more is told to choose a municipality. */
const most = 100

/** What everybody may read, signed in or not: public facts, through the doors of the database. */
export const publishedOffers = (pool: Pool): PublishedOffers => ({
  async list(municipality) {
    const rows = await listPublishedRows(pool, { place: municipality, most: most + 1 })
    return { offers: rows.slice(0, most).map(publishedFrom), more: rows.length > most }
  },
  async of(help) {
    return (await listPublishedRows(pool, { help, most })).map(publishedFrom)
  },
  async find(id) {
    const row = await findPublishedRow(pool, id)
    return row && publishedFrom(row)
  },
  async offered() {
    const rows = await listOfferedPlaces(pool)
    return {
      municipalities: [...new Set(rows.map(({ municipality }) => municipality))],
      of: (wanted) =>
        rows.filter(({ intervention }) => intervention === wanted).map((row) => row.municipality),
    }
  },
})

const publishedFrom = (row: PublishedRow): PublishedOffer => ({
  ...contentFrom(row),
  id: row.id,
  organisation: row.organisation_name,
  edition: row.edition,
  placesOn: row.places_on ?? undefined,
  changedAt: row.changed_at,
})

export const contentFrom = (row: OfferColumns): OfferContent => ({
  intervention: row.intervention ?? undefined,
  title: row.title ?? undefined,
  about: row.about,
  municipality: row.municipality,
  schoolTypes: row.school_types,
  startsOn: row.starts_on ?? undefined,
  places: row.places ?? undefined,
  contactFunction: row.contact_function,
  contactWay: row.contact_way,
})

/** As columns; the day of the places is the day on which they were said. */
export const columnsFrom = (
  content: OfferContent,
  edition: string,
  placesOn: string,
): OfferColumns => ({
  intervention: content.intervention ?? null,
  title: content.title ?? null,
  edition,
  about: content.about,
  municipality: content.municipality,
  school_types: [...content.schoolTypes],
  starts_on: content.startsOn ?? null,
  places: content.places ?? null,
  places_on: content.places === undefined ? null : placesOn,
  contact_function: content.contactFunction,
  contact_way: content.contactWay,
})
