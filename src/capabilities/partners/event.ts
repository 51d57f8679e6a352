/** That something happened, for programs: a CloudEvent that holds numbers and codes, and nothing of anybody. */
import type { Temporal } from '#platform/clock.ts'

/** A closed list: what a program can hear. */
export const eventTypes = [
  'nl.oogmerk.delivery.received',
  'nl.oogmerk.delivery.replied',
  'nl.oogmerk.delivery.recalled',
  'nl.oogmerk.delivery.delivered',
  'nl.oogmerk.delivery.refused',
  'nl.oogmerk.delivery.answered',
  'nl.oogmerk.delivery.reply-refused',
  'nl.oogmerk.delivery.recall-arrived',
  'nl.oogmerk.delivery.recall-refused',
  'nl.oogmerk.delivery.recalled-here',
  'nl.oogmerk.delivery.answered-here',
  'nl.oogmerk.delivery.ended',
] as const
export type EventType = (typeof eventTypes)[number]

export type PartnerEvent = {
  readonly number: number
  readonly id: string
  readonly type: EventType
  /** the number of what it is about */
  readonly subject: string
  readonly at: Temporal.Instant
}

/** Whose feed it is. */
export type Source = {
  readonly organisationId: string
  readonly oin: string | undefined
  /** the address of this server */
  readonly origin: string
}

/**
 * source: NL GOV profile for CloudEvents: a source by OIN where the organisation has one, or else by an
 * address; `type` in reversed domain order. There is no `data`, on purpose.
 */
export const cloudEvent = (event: PartnerEvent, { organisationId, oin, origin }: Source) => ({
  specversion: '1.0' as const,
  id: event.id,
  source: oin ? `urn:nld:oin:${oin}:systeem:oogmerk` : `${origin}/organisaties/${organisationId}`,
  type: event.type,
  subject: event.subject,
  time: event.at.toString(),
})

/** Minutes before the next try at an address, after the first, second… that failed; the last goes on. Our own choice. */
const pauses = [1, 5, 15, 60, 240, 720]

export const nextTry = (attempts: number, now: Temporal.Instant): Temporal.Instant =>
  now.add({ minutes: pauses[Math.min(attempts, pauses.length - 1)] ?? 0 })
