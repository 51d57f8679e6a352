import { z } from 'zod'
import {
  answerReceived,
  DisclosureBody,
  readReceived,
  readReceivedAfter,
  readSentAfter,
  readSentReceipt,
  recallReasons,
  type SharingDesk,
} from '#capabilities/sharing/index.ts'
import { isoInstant } from '#platform/dates.ts'
import { byId, type Operation, operation, pagingById, schema, writtenText } from './operation.ts'
import { pageOf, sentPage } from './sent-page.ts'

const state = z.string().regex(/^[a-z-]{1,40}$/)
const moment = z.iso.datetime()
const count = z.int().min(0)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const line = { id: z.uuid(), reference: z.string(), state, facts: count, endOn: z.iso.date() }

const receivedLine = schema(
  'ReceivedDelivery',
  z.strictObject({ ...line, from: z.string(), receivedAt: moment }),
)
const receivedPage = schema(
  'ReceivedDeliveryPage',
  z.strictObject({ deliveries: z.array(receivedLine), next: z.string().optional() }),
)
const body = schema('DeliveryContent', DisclosureBody)
const received = schema(
  'ReceivedDeliveryWhole',
  z.strictObject({
    ...line,
    from: z.string(),
    receivedAt: moment,
    hash,
    /** gone once it is over */
    content: body.optional(),
    happenings: z.array(
      z.strictObject({
        kind: state,
        at: moment,
        by: z.string().optional(),
        /** why it was recalled: stays when the words are gone */
        because: z.enum(recallReasons).optional(),
        words: z.string().optional(),
      }),
    ),
  }),
)
const sent = schema(
  'SentDeliveryReceipt',
  z.strictObject({
    ...line,
    to: z.string(),
    hash,
    happenings: z.array(z.strictObject({ kind: state, at: moment })),
  }),
)
const answer = schema(
  'DeliveryAnswer',
  z
    .strictObject({
      act: z.enum(['accept', 'return', 'decline']),
      /** the question, or the reason; needed unless it is accepted */
      words: writtenText(20_000).optional(),
    })
    .refine(({ act, words }) => act === 'accept' || words !== undefined, { path: ['words'] }),
)

const reading = { tag: 'deliveries', method: 'get', purpose: 'share', status: 200 } as const

/** What came in and what was sent, through the door of sharing: the same rules, the same trail. */
export const deliveryOperations = (desk: SharingDesk): readonly Operation[] => [
  operation({
    ...reading,
    id: 'listReceivedDeliveries',
    path: '/received-deliveries',
    scope: 'deliveries:read',
    query: pagingById,
    answer: receivedPage,
    does: {
      async within(work, { query: { after, limit } }) {
        const lines = await readReceivedAfter(work, { after, limit })
        return pageOf(
          '/received-deliveries',
          lines.map((one) => ({ ...one, receivedAt: isoInstant(one.receivedAt) })),
        )
      },
    },
  }),
  operation({
    ...reading,
    id: 'readReceivedDelivery',
    path: '/received-deliveries/{id}',
    scope: 'deliveries:read',
    params: byId,
    answer: received,
    does: {
      async within(work, { params: { id } }) {
        const one = await readReceived(work, desk, { id, language: 'nl' })
        return {
          id,
          reference: one.reference,
          state: one.state,
          facts: one.facts,
          endOn: one.endOn,
          from: one.from.name,
          receivedAt: isoInstant(one.receivedAt),
          hash: one.hash,
          ...(one.body ? { content: one.body } : {}),
          happenings: one.happenings.map(({ kind, at, by, because, words }) => ({
            kind,
            at: isoInstant(at),
            ...(by ? { by } : {}),
            ...(because ? { because } : {}),
            ...(words?.text ? { words: words.text } : {}),
          })),
        }
      },
    },
  }),
  operation({
    id: 'answerReceivedDelivery',
    tag: 'deliveries',
    method: 'post',
    path: '/received-deliveries/{id}/answers',
    scope: 'deliveries:answer',
    purpose: 'share',
    params: byId,
    body: answer,
    answer: schema('DeliveryAnswered', z.strictObject({ id: z.uuid(), act: z.string() })),
    status: 201,
    does: {
      async within(work, { params: { id }, body: { act, words = '' } }) {
        await answerReceived(work, desk, id, { act, words })
        return { id, act }
      },
    },
  }),
  operation({
    ...reading,
    id: 'listSentDeliveries',
    path: '/sent-deliveries',
    scope: 'deliveries:read',
    query: pagingById,
    answer: sentPage,
    does: {
      within: async (work, { query: { after, limit } }) =>
        pageOf('/sent-deliveries', await readSentAfter(work, { after, limit })),
    },
  }),
  operation({
    ...reading,
    id: 'readSentDelivery',
    path: '/sent-deliveries/{id}',
    scope: 'deliveries:read',
    params: byId,
    answer: sent,
    does: {
      async within(work, { params: { id } }) {
        const one = await readSentReceipt(work, id)
        const happenings = one.happenings.map(({ kind, at }) => ({ kind, at: isoInstant(at) }))
        return { ...one, happenings }
      },
    },
  }),
]
