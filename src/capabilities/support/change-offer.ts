import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Catalogue } from './catalogue.ts'
import type { OfferContent } from './offer.ts'
import { findOfferRow, insertOfferEvent, updateOffer } from './offers-store.ts'
import { offerer } from './publish-offer.ts'
import { columnsFrom } from './published-offers.ts'
import type { OfferColumns } from './tables.ts'

/**
 * Changes what is public. `version` is the one that was read: somebody else's change in between is a
 * conflict, unless it says the same. Saying it again dates the places anew.
 */
export async function changeOffer(
  work: Work,
  { edition }: Catalogue,
  id: string,
  { content, version }: { content: OfferContent; version: number },
): Promise<void> {
  const actor = offerer(work)
  const row = (await findOfferRow(work, id, true)) ?? refuse('not-found', 'no-such-offer')
  if (row.state !== 'published') refuse('conflict', 'offer-is-withdrawn')
  const columns = columnsFrom(content, edition.id, dutchDay(work.now))
  if (row.version !== version) {
    // The same form once more: what it asks for stands there already.
    if (saysTheSame(columns, row)) return work.audit({ act: 'offer.change-again', subject: id })
    refuse('conflict', 'offer-was-changed')
  }
  await updateOffer(work, id, { ...columns, version: version + 1 })
  await insertOfferEvent(work, actor, id, 'changed')
  work.audit({ act: 'offer.change', subject: id })
}

const saysTheSame = (columns: OfferColumns, row: OfferColumns): boolean =>
  (Object.keys(columns) as (keyof OfferColumns)[]).every(
    (name) => JSON.stringify(columns[name]) === JSON.stringify(row[name]),
  )

/** Takes an offer out of sight for everybody. What chose it before keeps what it wrote. */
export async function withdrawOffer(work: Work, id: string): Promise<void> {
  const actor = offerer(work)
  const row = (await findOfferRow(work, id, true)) ?? refuse('not-found', 'no-such-offer')
  if (row.state === 'withdrawn') return work.audit({ act: 'offer.withdraw-again', subject: id })
  await updateOffer(work, id, { state: 'withdrawn' })
  await insertOfferEvent(work, actor, id, 'withdrawn')
  work.audit({ act: 'offer.withdraw', subject: id })
}
