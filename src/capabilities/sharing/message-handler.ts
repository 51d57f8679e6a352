import type { z } from 'zod'
import type { Work } from '#platform/work.ts'
import type { CarriedMessage, Settled } from './message.ts'

/** A message as its handler gets it: whole, and read with its own schema. */
export type ReceivedMessage<Body = unknown> = Omit<CarriedMessage, 'body'> & {
  /** the organisation that sent it */
  readonly from: string
  readonly body: Body
}

/** What became of a message that was sent, for the capability that sent it. */
export type SettledMessage = {
  readonly id: string
  readonly to: string
  /** the sender's own record that it told of */
  readonly about: string | undefined
  readonly receipt: Settled
}

/**
 * What a capability does with one kind of message. `app.ts` hands them all to sharing.
 *
 * The words go to whoever `receive` gives them to: the channel keeps a receipt, so the handler seals what
 * it keeps. It also decides how long: erasing is its own.
 */
export type MessageHandler<Body = unknown> = {
  /** `capability.word`, such as `sharing.disclosure` */
  readonly kind: string
  /** What does not fit is refused with `not-understood`, and never comes to `receive`. */
  readonly schema: z.ZodType<Body>
  /**
   * Runs as the system actor `delivery` of the recipient, in the transaction that receives. A Refusal
   * undoes what it did and is kept as the reason; the sender sees its code. Whatever else it throws is a
   * defect: the message waits, and everything after it.
   */
  receive(work: Work, message: ReceivedMessage<Body>): Promise<void>
  /** Runs as the system actor `delivery` of the sender, once, in the transaction that notes the receipt. */
  settled?(work: Work, message: SettledMessage): Promise<void>
}

export type HandlerOf = (kind: string) => MessageHandler | undefined

/** Finds a handler by its kind; throws at start when two capabilities claim the same. */
export function handlerFinder(handlers: readonly MessageHandler[]): HandlerOf {
  const byKind = new Map(handlers.map((one) => [one.kind, one]))
  if (byKind.size !== handlers.length) throw new Error('Two handlers for one kind of message.')
  return (kind) => byKind.get(kind)
}
