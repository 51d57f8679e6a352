import { z } from 'zod'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { type Carrying, carryFrom, carryMessages } from './carry-messages.ts'
import { handlerFinder, type MessageHandler } from './message-handler.ts'
import { sendMessage } from './send-message.ts'
import { localWay, type Way } from './way.ts'

const never = new AbortController().signal

/** For tests: the channel of a test house with handlers of our own, and everything it told of what failed. */
export function aChannel(house: TestHouse, handlers: readonly MessageHandler[]) {
  const failures: string[] = []
  const failed = (error: unknown) => void failures.push((error as Error).message)
  const handlerOf = handlerFinder(handlers)
  const { inTransaction, clock, keyring } = house
  const way = localWay({ inTransaction, handlerOf, failed })
  const carrying: Carrying = { inTransaction, clock, keyring, handlerOf, wayTo: () => way, failed }
  return {
    failures,
    way,
    carrying,
    carry: (change: Partial<Carrying> = {}) => carryMessages({ ...carrying, ...change }, never),
    carryFrom: (from: string, change: Partial<Carrying> = {}) =>
      carryFrom({ ...carrying, ...change }, from),
    /** Carries until nothing waits, over every pause. */
    async settle(): Promise<void> {
      for (let turn = 0; turn < 40; turn += 1) {
        await carryMessages(carrying, never)
        const { rows } = await house.pool.query(
          'select count(*)::int as n from message_channel where last_settled < last_sent',
        )
        if (rows[0]?.n === 0) return
        house.moveClock({ hours: 5 })
      }
      throw new Error(`Something waits for ever: ${failures.at(-1)}.`)
    },
    send: (from: string, to: string, body: unknown, kind = 'sharing.word') =>
      house.inTransaction({ kind: 'system', name: 'demo', organisationId: from }, 'share', (work) =>
        sendMessage(work, house, { to, kind, body }),
      ),
  }
}

/** A handler that leaves each word in the recipient's trail, so that a test can count what was done with it. */
export function aWordHandler(
  broken: () => boolean | Error = () => false,
): MessageHandler<{ word: string }> {
  const note = (work: Work, act: string, word: string) => work.audit({ act, details: { word } })
  return {
    kind: 'sharing.word',
    schema: z.strictObject({ word: z.string().min(1) }),
    async receive(work, { body: { word } }) {
      note(work, 'test.word', word)
      if (word.startsWith('weiger')) refuse('conflict', 'no-such-word')
      const wrong = broken()
      if (wrong) throw wrong === true ? new Error('stumbled over a word') : wrong
    },
  }
}

/** A way on which something goes wrong. */
export const aBadWay: Readonly<Record<string, (way: Way) => Way>> = {
  'nobody there': () => ({
    carry: async () => {
      throw new Error('nobody there')
    },
  }),
  'the answer got lost': (way) => ({
    carry: async (load) => {
      await way.carry(load)
      throw new Error('the answer got lost')
    },
  }),
  'came twice': (way) => ({
    carry: async (load) => {
      await Promise.all([way.carry(load), way.carry(load)])
      return way.carry(load)
    },
  }),
  'only the last part came': (way) => ({
    carry: (load) => way.carry({ ...load, messages: load.messages.slice(1) }),
  }),
  'only the first came': (way) => ({
    carry: (load) => way.carry({ ...load, messages: load.messages.slice(0, 1) }),
  }),
  'changed on the way': (way) => ({
    carry: (load) =>
      way.carry({
        ...load,
        messages: load.messages.map((one) => ({ ...one, body: { word: 'iets-anders' } })),
      }),
  }),
}
