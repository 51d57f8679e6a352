import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayOffer } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import type { OfferContent } from './offer.ts'
import { insertOffer, insertOfferEvent } from './offers-store.ts'
import { columnsFrom } from './published-offers.ts'

/** Whoever may say what is on offer here; anybody else has no such page. */
export const offerer = ({ actor }: Work): PersonActor =>
  mayOffer(actor) ? actor : refuse('not-found', 'no-such-page')

/** Makes public what is on offer. Sent twice with the same key, it counts once. */
export async function publishOffer(
  work: Work,
  { edition }: Catalogue,
  content: OfferContent,
  key?: string,
): Promise<void> {
  const actor = offerer(work)
  const columns = columnsFrom(content, edition.id, dutchDay(work.now))
  const id = await insertOffer(work, actor, { ...columns, id: newId(), key })
  if (!id) return work.audit({ act: 'offer.publish-again' })
  await insertOfferEvent(work, actor, id, 'published')
  work.audit({ act: 'offer.publish', subject: id })
}
