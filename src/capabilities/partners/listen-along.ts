import type { MessageHandler } from '#capabilities/sharing/index.ts'
import type { Work } from '#platform/work.ts'
import type { EventType } from './event.ts'
import { insertEvent } from './store-events.ts'

/** Which entries in the trail a program hears of, and how that is called to the outside. */
const heard: Readonly<Record<string, EventType>> = {
  'sharing.delivery': 'nl.oogmerk.delivery.received',
  'sharing.accept': 'nl.oogmerk.delivery.answered-here',
  'sharing.return': 'nl.oogmerk.delivery.answered-here',
  'sharing.decline': 'nl.oogmerk.delivery.answered-here',
  'sharing.send-consultation': 'nl.oogmerk.delivery.answered-here',
  'sharing.end-delivery': 'nl.oogmerk.delivery.ended',
  'sharing.end': 'nl.oogmerk.delivery.ended',
  'sharing.delivery-reply': 'nl.oogmerk.delivery.replied',
  'sharing.delivery-recalled': 'nl.oogmerk.delivery.recalled',
  'sharing.delivered-there': 'nl.oogmerk.delivery.delivered',
  'sharing.refused-there': 'nl.oogmerk.delivery.refused',
  'sharing.accepted-there': 'nl.oogmerk.delivery.answered',
  'sharing.returned-there': 'nl.oogmerk.delivery.answered',
  'sharing.declined-there': 'nl.oogmerk.delivery.answered',
  'sharing.reply-refused': 'nl.oogmerk.delivery.reply-refused',
  'sharing.recall-arrived': 'nl.oogmerk.delivery.recall-arrived',
  'sharing.recall-refused': 'nl.oogmerk.delivery.recall-refused',
}

/**
 * What happens with a message is heard by programs as far as it stands in the trail: the same transaction, the
 * same subject, and nothing else of it.
 */
export const tellingPrograms = ({
  receive,
  settled,
  ...handler
}: MessageHandler): MessageHandler => ({
  ...handler,
  receive: (work, message) => receive(heardByPrograms(work), message),
  ...(settled ? { settled: (work, message) => settled(heardByPrograms(work), message) } : {}),
})

/** Somebody here recalled what a program had sent: its own system must hear it too. */
export const tellOfRecall = (
  work: Work,
  { what, disclosureId }: { readonly what: string; readonly disclosureId: string },
): void => {
  if (what === 'recalled') insertEvent(work, 'nl.oogmerk.delivery.recalled-here', disclosureId)
}

/**
 * The same for what people of the organisation do, and for what ends by itself. What is for the circle of a case is not
 * to be read by a program, and so it does not hear of it.
 */
export const heardByPrograms = (work: Work): Work => ({
  ...work,
  audit(event) {
    work.audit(event)
    const type = heard[event.act]
    if (type && event.subject && !event.details?.circle) insertEvent(work, type, event.subject)
  },
})
