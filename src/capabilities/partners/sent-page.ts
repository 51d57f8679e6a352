import { z } from 'zod'
import { schema } from './operation.ts'
import { paths } from './paths.ts'

const sentLine = schema(
  'SentDelivery',
  z.strictObject({
    id: z.uuid(),
    reference: z.string(),
    state: z.string().regex(/^[a-z-]{1,40}$/),
    facts: z.int().min(0),
    endOn: z.iso.date(),
    to: z.string(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
)

/** What was sent, without a word of it. */
export const sentPage = schema(
  'SentDeliveryPage',
  z.strictObject({ deliveries: z.array(sentLine), next: z.string().optional() }),
)

/** Where a list goes on; nothing after its end. */
export const pageOf = <T extends { readonly id: string }>(at: string, deliveries: readonly T[]) => {
  const last = deliveries.at(-1)?.id
  return { deliveries, ...(last ? { next: `${paths.api}${at}?after=${last}` } : {}) }
}
