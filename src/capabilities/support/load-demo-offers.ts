import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import type { InTransaction } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import { offerForm, offerFrom } from './offer.ts'
import { listOwnRows } from './offers-store.ts'
import { publishOffer } from './publish-offer.ts'

const demoOffers = z.array(
  z.strictObject({
    by: z.string(),
    offers: z.array(offerForm),
  }),
)

type Parts = {
  readonly inTransaction: InTransaction
  readonly desk: Pick<SupportDesk, 'catalogue'>
  /** somebody of the demo region, such as `person:rosa-regie` */
  readonly actorOf: (name: string) => PersonActor
}

/** Lets invented organisations say what they offer, once: who offered anything before is left alone. */
export async function loadDemoOffers({ inTransaction, desk, actorOf }: Parts): Promise<void> {
  const file = new URL('../../../database/demo/offers.yaml', import.meta.url)
  const { catalogue } = desk
  for (const one of demoOffers.parse(readYaml(readFileSync(file, 'utf8')))) {
    const actor = actorOf(one.by)
    const { organisationId } = actor
    const system = { kind: 'system', name: 'demo', organisationId } as const
    const before = await inTransaction(system, 'maintenance', listOwnRows)
    if (before.length > 0) continue
    await inTransaction(actor, 'publish-offers', async (work) => {
      for (const form of one.offers) {
        const content = offerFrom(form, undefined, catalogue)
        if (!content) throw new Error(`The catalogue has no '${form.intervention}'.`)
        await publishOffer(work, catalogue, content)
      }
    })
  }
}
