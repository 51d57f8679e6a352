import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import type { InTransaction } from '#platform/work.ts'
import type { Catalogue } from './catalogue.ts'
import { readOwnOffers } from './list-offers.ts'
import { offerForm, offerFrom } from './offer.ts'
import { publishOffer } from './publish-offer.ts'

const demoOffers = z.array(
  z.strictObject({
    by: z.string(),
    offers: z.array(offerForm),
  }),
)

type Parts = {
  readonly inTransaction: InTransaction
  readonly catalogue: Catalogue
  /** somebody of the demo region, such as `person:rosa-regie` */
  readonly actorOf: (name: string) => PersonActor
}

/** Lets invented organisations say what they offer, once: who offered anything before is left alone. */
export async function loadDemoOffers({ inTransaction, catalogue, actorOf }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/offers.yaml', import.meta.url)
  for (const one of demoOffers.parse(parse(readFileSync(file, 'utf8')))) {
    await inTransaction(actorOf(one.by), 'publish-offers', async (work) => {
      if ((await readOwnOffers(work)).length > 0) return
      for (const form of one.offers) {
        const content = offerFrom(form, undefined, catalogue)
        if (!content) throw new Error(`The catalogue has no '${form.intervention}'.`)
        await publishOffer(work, catalogue, content)
      }
    })
  }
}
