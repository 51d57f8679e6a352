import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { carryFrom } from '#capabilities/sharing/carry-messages.ts'
import { handlerFinder, type MessageHandler } from '#capabilities/sharing/message-handler.ts'
import { localWay } from '#capabilities/sharing/way.ts'
import { designAssets } from '#design/design-assets.ts'
import { house as houseOf } from '#platform/http/house.ts'
import { responder } from '#platform/http/respond.ts'
import { sessionCookie } from '#platform/http/session-cookie.ts'
import { openLog } from '#platform/log.ts'
import type { InTransaction } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { largerBodies } from './carried.ts'
import { openPartners, waysToOthers } from './index.ts'

type Asked = { method?: string; headers?: Readonly<Record<string, string>>; body?: unknown }
type Reach = (address: string, asked?: Asked) => Promise<Response>

/** What goes wrong with a request on its way, or with the carrier that brings it. */
export const netFaults = [
  'none',
  'lost',
  'answer-lost',
  'twice',
  'crash-before',
  'crash-after',
] as const
export type NetFault = (typeof netFaults)[number]

/** A server with a database of its own. */
export type NetServer = {
  readonly house: TestHouse
  readonly origin: string
  fetch(request: Request): Promise<Response>
  /** carries what waits from this organisation; whatever goes wrong is remembered in `failures` */
  carry(organisation: string, fault?: NetFault): Promise<void>
}

export type Net = {
  readonly one: NetServer
  readonly other: NetServer
  /** everything that was ever sent to a channel, to come again much later */
  readonly seen: { address: string; asked: Asked }[]
  /** what carriers told of, for whoever wonders why something waits */
  readonly failures: string[]
  /** a request that was held up somewhere comes in now; counted round */
  again(which: number): Promise<void>
  later(hours: number): void
  /** carries between these until nothing waits, over every pause */
  settle(here: string, there: string): Promise<void>
  close(): Promise<void>
}

/** For tests: two servers that reach each other and nobody else, with these handlers at each. */
export async function aNet(
  handlersOf: (house: TestHouse) => readonly MessageHandler[],
): Promise<Net> {
  const servers = new Map<string, NetServer>()
  const seen: Net['seen'] = []
  const failures: string[] = []
  let fault: NetFault = 'none'

  const reach: Reach = async (address, asked = {}) => {
    const server = servers.get(new URL(address).origin)
    if (!server) throw new TypeError('The connection failed.')
    // From a new address each time: the clock here runs faster than the limits count.
    const from = { 'x-forwarded-for': `10.0.${randomInt(256)}.${randomInt(256)}` }
    const headers = { ...asked.headers, ...from }
    const ask = () =>
      server.fetch(new Request(address, { ...asked, headers } as unknown as RequestInit))
    if (!address.includes('/messages')) return ask()
    seen.push({ address, asked })
    if (fault === 'lost' || fault === 'crash-before') throw new TypeError('The connection failed.')
    if (fault === 'twice') await Promise.all([ask(), ask()])
    const answer = await ask()
    if (fault === 'answer-lost') throw new TypeError('The connection failed.')
    return answer
  }

  async function aServer(origin: string): Promise<NetServer> {
    const house = await aHouse()
    const { inTransaction, clock, keyring, keyEncryptionKey } = house
    const failed = (error: unknown) => void failures.push((error as Error).message)
    const handlerOf = handlerFinder(handlersOf(house))
    const receiving = { handlerOf, failed }
    const local = localWay({ inTransaction, ...receiving })
    const wayTo = waysToOthers({ inTransaction, clock, keyEncryptionKey, reach })(() => local)
    const carrying = { inTransaction, clock, keyring, handlerOf, wayTo, failed }
    const respond = responder({ assets: designAssets(), demo: false, roleNames: () => [] })
    const app = houseOf({
      origin,
      proxies: 1,
      respond,
      findSession: async () => undefined,
      cookie: sessionCookie(true),
      log: openLog('silent'),
      larger: largerBodies,
    })
    const partners = openPartners({
      failed,
      inTransaction,
      clock,
      keyring,
      keyEncryptionKey,
      respond,
      receiving,
      // Nothing here asks for a file.
      desk: {} as never,
      requireStepUp: () => {},
      config: { origin, port: 0, proxies: 1, innerProviders: false, securityContact: undefined },
      reach,
      perMinute: 100_000,
    })
    app.route('/', partners.routes)
    return {
      house,
      origin,
      fetch: async (request) => app.fetch(request),
      async carry(organisation, goesWrong = 'none') {
        fault = goesWrong
        const dying = goesWrong.startsWith('crash')
          ? { inTransaction: dyingBeforeNoting(inTransaction) }
          : {}
        await carryFrom({ ...carrying, ...dying }, organisation).catch(failed)
        fault = 'none'
      },
    }
  }

  const one = await aServer('https://een.voorbeeld.example')
  const other = await aServer('https://ander.voorbeeld.example')
  for (const server of [one, other]) servers.set(server.origin, server)
  const later = (hours: number) => {
    for (const { house } of [one, other]) house.moveClock({ hours })
  }
  return {
    ...{ one, other, seen, failures, later },
    async again(which) {
      const old = seen[which % Math.max(1, seen.length)]
      if (!old) return
      const request = new Request(old.address, old.asked as RequestInit)
      await servers.get(new URL(old.address).origin)?.fetch(request)
    },
    async settle(here, there) {
      for (let turn = 0; turn < 40; turn += 1) {
        await one.carry(here)
        await other.carry(there)
        if (!(await waitingFrom(one, here)) && !(await waitingFrom(other, there))) return
        later(5)
      }
      assert.fail(`something waits for ever: ${failures.at(-1)}`)
    },
    async close() {
      for (const { house } of [one, other]) await house.close()
    },
  }
}

/** How many channels have something to carry. */
export const waitingFrom = async ({ house }: NetServer, organisation: string) => {
  const sql = 'select from message_channel where organisation_id = $1 and last_settled < last_sent'
  return (await house.pool.query(sql, [organisation])).rowCount
}

/** The process ends after it took what waits, before anything of what became of it was noted. */
function dyingBeforeNoting(inTransaction: InTransaction): InTransaction {
  let opened = 0
  return (actor, purpose, verb, requestId) => {
    opened += 1
    if (opened > 1) throw new Error('died')
    return inTransaction(actor, purpose, verb, requestId)
  }
}
