import { SignJWT } from 'jose'
import type { CarriedMessage, Load, Receipt, WayTo } from '#capabilities/sharing/index.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import { idUnder, newId } from '#platform/ids.ts'
import type { InTransaction } from '#platform/work.ts'
import { asProgramOf } from './access.ts'
import { mostBytes, mostCarried, receipts } from './carried.ts'
import { paths } from './paths.ts'
import { clientIdOf, serverScope } from './program.ts'
import type { ServerKey } from './server-key.ts'
import { findPeer } from './store-peers.ts'

type Asked = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
}

export type Remote = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly key: () => Promise<ServerKey>
  /** the address of a peer was set by the operator, so it may be anywhere */
  readonly reach: (address: string, asked: Asked) => Promise<Response>
}

/** Milliseconds that another server may take, and seconds before its end that a token is not used any more. */
const patience = 30_000
const margin = 30

/** The number under which a server knows an organisation's own server as a program: both can count it out. */
export const serverProgramId = (organisationId: string): string =>
  idUnder(organisationId, 'other-server')

/** To organisations on other servers over their API, and to all others as before. */
export function remoteWay(remote: Remote): (local: WayTo) => WayTo {
  const tokens = new Map<string, { token: string; until: Temporal.Instant }>()

  return (local) => (to) => ({
    async carry(load) {
      const peer = await remote.inTransaction(asProgramOf(load.from), 'share', (work) =>
        findPeer(work, to),
      )
      if (!peer) return local(to).carry(load)
      // It keeps: when the operator takes the other server up again, it goes in order.
      if (peer.ended) throw new Error('The other server was ended.')
      return carryTo(peer.address, load)
    },
  })

  async function carryTo(address: string, load: Load): Promise<readonly Receipt[]> {
    const all: Receipt[] = []
    for (const messages of partsOf(load.messages)) {
      const got = await send(address, { ...load, messages }).catch((error: unknown) => {
        // What was said before of earlier messages is true all the same.
        if (all.length === 0) throw error
        return []
      })
      all.push(...got)
      if (got.length < messages.length || got.some(({ outcome }) => outcome === 'not-yet')) break
    }
    return all
  }

  async function send(address: string, load: Load): Promise<readonly Receipt[]> {
    const body = JSON.stringify({ messages: load.messages })
    const at = `${address}${paths.api}/organisations/${load.to}/messages`
    const ask = async (token: string) =>
      remote.reach(at, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(patience),
      })
    let answer = await ask(await tokenFor(address, load.from))
    if (answer.status === 401) {
      tokens.delete(`${address} ${load.from}`)
      answer = await ask(await tokenFor(address, load.from))
    }
    if (answer.status !== 200) throw new Error(`The other server answered ${answer.status}.`)
    return receipts.parse(await answer.json()).receipts
  }

  async function tokenFor(address: string, from: string): Promise<string> {
    const name = `${address} ${from}`
    const now = remote.clock()
    const held = tokens.get(name)
    if (held && held.until.epochMilliseconds > now.epochMilliseconds) return held.token
    const answer = await remote.reach(address + paths.token, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await statement(address, from, now),
        scope: serverScope,
      }).toString(),
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status !== 200) throw new Error(`No token: the other server said ${answer.status}.`)
    const said = (await answer.json()) as { access_token: string; expires_in: number }
    const until = now.add({ seconds: Math.max(0, said.expires_in - margin) })
    tokens.set(name, { token: said.access_token, until })
    return said.access_token
  }

  async function statement(audience: string, from: string, now: Temporal.Instant): Promise<string> {
    const { privateKey, jwk } = await remote.key()
    const clientId = clientIdOf({ organisationId: from, programId: serverProgramId(from) })
    const seconds = Math.floor(now.epochMilliseconds / 1000)
    return new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(audience)
      .setJti(newId())
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .sign(privateKey)
  }
}

/** As many as one request takes, in order. One that is too large by itself goes alone, and is refused there. */
function partsOf(messages: readonly CarriedMessage[]): readonly CarriedMessage[][] {
  const parts: CarriedMessage[][] = []
  let size = 0
  for (const message of messages) {
    const bytes = Buffer.byteLength(JSON.stringify(message)) + 1
    const last = parts.at(-1)
    if (last && last.length < mostCarried && size + bytes < mostBytes - 100) {
      last.push(message)
      size += bytes
    } else {
      parts.push([message])
      size = bytes
    }
  }
  return parts
}
