import type { Temporal } from '#platform/clock.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { Carrier } from './carrier.ts'
import { type Letter, letterFor } from './letter.ts'
import { listSentMessages } from './store.ts'

export type SentLetter = Letter & { readonly at: Temporal.Instant }

/** In demo mode a letter goes nowhere: that its message says it was sent is all that is kept of it. */
export const demoCarrier: Carrier = { carry: async () => ({ kind: 'sent' }) }

type Parts = {
  readonly inTransaction: InTransaction
  readonly origin: string
  readonly addressesOf: (
    work: Work,
    personIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  /** only the fictional ones: nobody reads over the shoulder of a real organisation */
  readonly organisations: readonly string[]
}

/** More than anyone reads back while trying the demo. */
const most = 100

/** What would have been mailed in these organisations, newest first, written again from its message. */
export async function readDemoLetters({
  inTransaction,
  origin,
  addressesOf,
  organisations,
}: Parts): Promise<readonly SentLetter[]> {
  const letters: SentLetter[] = []
  for (const organisationId of organisations) {
    const reader = { kind: 'system', name: 'outbox', organisationId } as const
    await inTransaction(reader, 'maintenance', async (work) => {
      const messages = await listSentMessages(work, most)
      const addresses = await addressesOf(work, [
        ...new Set(messages.map((one) => one.recipientId)),
      ])
      for (const { recipientId, sentAt, ...message } of messages) {
        const to = addresses.get(recipientId)
        if (to) letters.push({ ...letterFor(message, to, origin), at: sentAt })
      }
    })
  }
  const newestFirst = letters.sort(
    (one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds,
  )
  return newestFirst.slice(0, most)
}
