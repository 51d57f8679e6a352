/** What goes between two servers: messages of one direction, and the receipts that come back. */
import { z } from 'zod'
import { schema } from './operation.ts'

/** Messages in one request, and bytes of it, at most. */
export const mostCarried = 50
export const mostBytes = 4 * 1024 * 1024

/** What one delivery may weigh as it is asked; what it may hold is counted with it. */
const largestDelivery = 1024 * 1024

/** For the house: where a program may send more than a form can hold. */
export const largerBodies = [
  { address: /^\/api\/v1\/organisations\/[^/]+\/messages$/, most: mostBytes },
  { address: /^\/api\/v1\/disclosures$/, most: largestDelivery },
]

const kind = z.string().regex(/^[a-z-]{1,40}\.[a-z-]{1,40}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const number = z.int().min(1)

export const carriedMessages = schema(
  'CarriedMessages',
  z.strictObject({
    messages: z
      .array(
        z.strictObject({
          id: z.uuid(),
          number,
          kind,
          leftAt: z.iso.datetime(),
          salt: z.string().min(1).max(200),
          hash,
          body: z.unknown(),
        }),
      )
      .min(1)
      .max(mostCarried),
  }),
)

const about = { number, id: z.uuid() }

export const receipts = schema(
  'Receipts',
  z.strictObject({
    receipts: z.array(
      z.discriminatedUnion('outcome', [
        z.strictObject({
          ...about,
          outcome: z.literal('received'),
          hash,
          at: z.iso.datetime(),
        }),
        z.strictObject({
          ...about,
          outcome: z.literal('refused'),
          because: code,
          hash,
          at: z.iso.datetime(),
        }),
        z.strictObject({ ...about, outcome: z.literal('not-yet'), because: code, expects: number }),
      ]),
    ),
  }),
)
