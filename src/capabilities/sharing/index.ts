import type { Clock } from '#platform/clock.ts'
import type { Job } from '#platform/jobs.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { InTransaction } from '#platform/work.ts'
import { carryMessages, carryMessagesJob } from './carry-messages.ts'
import { handlerFinder, type MessageHandler } from './message-handler.ts'
import type { Receiving } from './receive-messages.ts'
import { localWay, type WayTo } from './way.ts'

export { carryJob } from './carry-messages.ts'
export type { CarriedMessage, Receipt } from './message.ts'
export type { MessageHandler, ReceivedMessage, SettledMessage } from './message-handler.ts'
export { type Receiving, receiveMessages } from './receive-messages.ts'
export { type NewMessage, type SentMessage, sendMessage } from './send-message.ts'
export type {
  FactKind,
  FactOrigin,
  FactSource,
  FileEvent,
  FileKind,
  Intake,
  ReceivedItem,
  ShareableFact,
} from './shareable-fact.ts'
export type { Load, Way, WayTo } from './way.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly keyring: Keyring
  /** of every capability that has something to receive */
  readonly handlers: readonly MessageHandler[]
  /** where an organisation is reached; everybody is in this database unless said otherwise */
  readonly wayTo?: (local: WayTo) => WayTo
  /** hears what went wrong, with a code of what it was about */
  readonly failed: (error: unknown, about: Readonly<Record<string, string>>) => void
}

export type Sharing = {
  /** carrying messages */
  readonly jobs: readonly Job[]
  /** for whatever takes messages in from elsewhere, and gives them to `receiveMessages` */
  readonly receiving: Receiving
  /** carries whatever may go now, and waits for it */
  readonly carryNow: (stop: AbortSignal) => Promise<void>
}

/** What one organisation brings to another. */
export function openSharing({ handlers, failed, wayTo, ...parts }: Parts): Sharing {
  const handlerOf = handlerFinder(handlers)
  const receiving = { handlerOf, failed: (error: unknown, kind: string) => failed(error, { kind }) }
  const local = localWay({ ...receiving, ...parts })
  const here: WayTo = () => local
  const carrying = {
    ...parts,
    handlerOf,
    wayTo: wayTo ? wayTo(here) : here,
    failed: (error: unknown, organisation: string) => failed(error, { organisation }),
  }
  return {
    jobs: [carryMessagesJob(carrying)],
    receiving,
    carryNow: (stop) => carryMessages(carrying, stop),
  }
}
