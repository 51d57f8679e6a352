import { z } from 'zod'
import { Problem } from '#platform/http/problem.ts'
import { cloudEvent, eventTypes } from './event.ts'
import { operation, paging, schema } from './operation.ts'
import { paths } from './paths.ts'
import { findOin, listEvents, numberEvents } from './store-events.ts'

const event = schema(
  'CloudEvent',
  z.strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    source: z.string(),
    type: z.enum(eventTypes),
    subject: z.uuid(),
    time: z.iso.datetime(),
  }),
)

const page = schema(
  'EventPage',
  z.strictObject({
    events: z.array(event),
    /** where to go on; there whenever this page holds anything */
    next: z.string().optional(),
  }),
)

/** The feed: that something happened, oldest first. A program remembers `next` and asks again there. */
export const listEventsOperation = (origin: string) =>
  operation({
    id: 'listEvents',
    tag: 'events',
    method: 'get',
    path: '/events',
    scope: 'events:read',
    purpose: 'share',
    query: paging,
    answer: page,
    status: 200,
    does: {
      async within(work, { query: { after, limit } }) {
        await numberEvents(work)
        const events = await listEvents(work, { after: numberIn(after), limit })
        const { organisationId } = work.actor
        const source = { organisationId, oin: await findOin(work), origin }
        const last = events.at(-1)?.number
        work.audit({ act: 'partners.events', details: { count: events.length } })
        return {
          events: events.map((one) => cloudEvent(one, source)),
          ...(last ? { next: `${paths.api}/events?after=${last}` } : {}),
        }
      },
    },
  })

function numberIn(after: string | undefined): number {
  if (after === undefined) return 0
  if (!/^\d{1,15}$/.test(after)) throw new Problem('invalid-input', { code: 'no-such-place' })
  return Number(after)
}
