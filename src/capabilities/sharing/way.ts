import type { InTransaction } from '#platform/work.ts'
import type { CarriedMessage, Direction, Receipt } from './message.ts'
import { allAtOnce, type Receiving, receiveMessages } from './receive-messages.ts'

export type Load = Direction & { readonly messages: readonly CarriedMessage[] }

/**
 * How messages come to another organisation, all of one direction and in order. Answers what the recipient
 * said of them, in any order; what it says nothing of waits. Throws when nobody was reached: whether
 * something arrived is then not known, and the same messages come again.
 */
export type Way = { carry(load: Load): Promise<readonly Receipt[]> }

/** Which way leads to an organisation. */
export type WayTo = (organisationId: string) => Way

/** To organisations in this same database: a transaction in the recipient's own rows. */
export const localWay = ({
  inTransaction,
  ...receiving
}: Receiving & { readonly inTransaction: InTransaction }): Way => ({
  carry: ({ from, to, messages }) =>
    allAtOnce((apart) =>
      inTransaction({ kind: 'system', name: 'delivery', organisationId: to }, 'share', (work) =>
        receiveMessages(work, receiving, { from, messages, apart }),
      ),
    ),
})
