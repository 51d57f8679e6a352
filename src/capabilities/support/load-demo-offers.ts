import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { organisationKinds, type PersonActor, roles } from '#platform/actor.ts'
import type { InTransaction } from '#platform/work.ts'
import type { Catalogue } from './catalogue.ts'
import { readOwnOffers } from './list-offers.ts'
import { offerForm, offerFrom } from './offer.ts'
import { publishOffer } from './publish-offer.ts'

const demoOffers = z.array(
  z.strictObject({
    organisation: z.string(),
    kind: z.enum(organisationKinds),
    by: z.string(),
    role: z.enum(roles),
    offers: z.array(offerForm),
  }),
)

type Parts = {
  readonly inTransaction: InTransaction
  readonly catalogue: Catalogue
  /** the identifier of a name in the demo region, such as `person:rosa-regie` */
  readonly demoId: (name: string) => string
}

/** Lets invented organisations say what they offer, once: who offered anything before is left alone. */
export async function loadDemoOffers({ inTransaction, catalogue, demoId }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/offers.yaml', import.meta.url)
  for (const one of demoOffers.parse(parse(readFileSync(file, 'utf8')))) {
    const actor: PersonActor = {
      kind: 'person',
      personId: demoId(one.by),
      organisationId: demoId(one.organisation),
      organisationKind: one.kind,
      roles: [one.role],
    }
    await inTransaction(actor, 'publish-offers', async (work) => {
      if ((await readOwnOffers(work)).length > 0) return
      for (const form of one.offers) {
        const content = offerFrom(form, undefined, catalogue)
        if (!content) throw new Error(`The catalogue has no '${form.intervention}'.`)
        await publishOffer(work, catalogue, content)
      }
    })
  }
}
