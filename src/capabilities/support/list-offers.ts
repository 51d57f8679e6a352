import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { OfferContent } from './offer.ts'
import { findOfferRow, findOwnMunicipality, listOwnRows } from './offers-store.ts'
import { offerer } from './publish-offer.ts'
import { contentFrom } from './published-offers.ts'
import type { OfferState } from './tables.ts'

/** An offer as its own organisation sees it. */
export type OwnOffer = OfferContent & {
  readonly id: string
  readonly state: OfferState
  readonly version: number
  readonly placesOn: string | undefined
  readonly changedAt: string
}

type Row = NonNullable<Awaited<ReturnType<typeof findOfferRow>>>

const ownFrom = (row: Row): OwnOffer => ({
  ...contentFrom(row),
  id: row.id,
  state: row.state,
  version: row.version,
  placesOn: row.places_on ?? undefined,
  changedAt: row.changed_at,
})

/** Everything this organisation offers or offered, the oldest first. */
export async function readOwnOffers(work: Work): Promise<readonly OwnOffer[]> {
  offerer(work)
  const offers = (await listOwnRows(work)).map(ownFrom)
  work.audit({ act: 'offer.own-read', details: { count: offers.length } })
  return offers
}

export async function readOwnOffer(work: Work, id: string): Promise<OwnOffer> {
  offerer(work)
  const row = (await findOfferRow(work, id)) ?? refuse('not-found', 'no-such-offer')
  work.audit({ act: 'offer.read', subject: id })
  return ownFrom(row)
}

/** Where this organisation is, to begin a new offer with. */
export async function ownMunicipality(work: Work): Promise<string | undefined> {
  offerer(work)
  work.audit({ act: 'offer.begin' })
  return findOwnMunicipality(work)
}
