import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { exportJWK, type JWTPayload, SignJWT } from 'jose'
import { hashOf } from '#capabilities/sharing/message.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import type { TestApp } from '#tests/an-app.ts'
import { addPeer } from './keep-peers.ts'
import { paths } from './paths.ts'
import { clientIdOf, type Scope } from './program.ts'
import { serverProgramId } from './remote-way.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

type Signing = {
  readonly claims?: JWTPayload
  readonly header?: Record<string, unknown>
  readonly key?: KeyObject | Uint8Array
}

/** For tests: a program with a key of its own that an administrator let in through the page. */
export type TestProgram = {
  readonly id: string
  readonly clientId: string
  readonly privateKey: KeyObject
  /** signs that it is itself, now; a test changes what is wrong with it */
  sign(change?: Signing): Promise<string>
  /** knocks with a statement; without one, with a good one */
  knock(assertion?: string, more?: Record<string, string>): Promise<Exchange>
  token(): Promise<string>
  get(path: string, headers?: Record<string, string>): Promise<Exchange>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Exchange>
}

export async function aProgram(
  test: TestApp,
  administrator: PersonActor,
  scopes: readonly Scope[] = ['events:read'],
  lines: readonly string[] = [],
): Promise<TestProgram> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keys = JSON.stringify({ ...(await exportJWK(publicKey)), kid: 'een' })
  const id = newId()
  const visitor = await test.signedIn(administrator)
  const made = await visitor.post(paths.newProgram, {
    key: id,
    name: 'Voorbeeldvolgsysteem',
    scopes,
    lines,
    keys,
  })
  if (made.status !== 303) throw new Error(`The program was not let in: ${made.status}.`)
  const clientId = clientIdOf({ organisationId: administrator.organisationId, programId: id })
  return aRegisteredProgram(test, { id, clientId, privateKey })
}

type Registered = Pick<TestProgram, 'id' | 'clientId' | 'privateKey'>

/** For tests: a server elsewhere on which an organisation works, with a key that its operator handed over. */
export async function aServerElsewhere(test: TestApp): Promise<TestProgram & { from: string }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const from = newId()
  const { pool, inTransaction } = test.house
  const address = 'https://elders.voorbeeld.example'
  await addPeer({ pool, inTransaction }, { id: from, kind: 'police', name: 'Elders', address })
  const id = serverProgramId(from)
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'een' }] }
  await pool.query('update partner_program set keys = $1, keys_at = null where id = $2', [
    JSON.stringify(keys),
    id,
  ])
  const clientId = clientIdOf({ organisationId: from, programId: id })
  return { ...aRegisteredProgram(test, { id, clientId, privateKey }), from }
}

/** For tests: a message as another server brings it. */
export function aCarriedMessage(from: string, to: string, number = 1, word = 'hallo') {
  const message = {
    id: newId(),
    number,
    kind: 'sharing.word',
    leftAt: '2026-11-23T09:00:00Z',
    salt: 'zout',
    body: { word },
  }
  return { ...message, hash: hashOf({ from, to }, message) }
}

function aRegisteredProgram(test: TestApp, { id, clientId, privateKey }: Registered): TestProgram {
  const machine: Visitor = test.aStranger()
  const now = () => Math.floor(test.house.clock().epochMilliseconds / 1000)
  let held: { token: string; until: number } | undefined

  async function sign({ claims = {}, header = {}, key = privateKey }: Signing = {}) {
    const all = {
      iss: clientId,
      sub: clientId,
      aud: test.origin,
      jti: newId(),
      iat: now(),
      exp: now() + 60,
      ...claims,
    }
    return new SignJWT(all)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'een', ...header } as { alg: string })
      .sign(key)
  }
  const knock = async (assertion?: string, more: Record<string, string> = {}) =>
    machine.send(paths.token, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: assertionType,
        client_assertion: assertion ?? (await sign()),
        ...more,
      }).toString(),
    })
  async function token() {
    if (held && held.until > now()) return held.token
    const { status, body } = await knock()
    if (status !== 200) throw new Error(`No token: ${status} ${body}`)
    held = { token: JSON.parse(body).access_token, until: now() + 500 }
    return held.token
  }
  return {
    id,
    clientId,
    privateKey,
    sign,
    knock,
    token,
    get: async (path, headers = {}) =>
      machine.send(path, { headers: { authorization: `Bearer ${await token()}`, ...headers } }),
    post: async (path, body, headers = {}) =>
      machine.send(path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token()}`,
          'content-type': 'application/json',
          'idempotency-key': newId(),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
