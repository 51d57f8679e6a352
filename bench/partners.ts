import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { SignJWT } from 'jose'
import { hashOf } from '#capabilities/sharing/message.ts'
import { newId } from '#platform/ids.ts'
import { type Program, withProgram } from './program.ts'
import { type Aim, ms, printAims, printTable, ratio, whisper, whole } from './report.ts'

// The API as programs use it, over HTTP: a list at ten thousand and at a million rows, at its beginning and far
// into it; and post that another server brings.

/** A list of a million is as quick as one of ten thousand, at most so many times slower. */
const flat = 2
const senders = 20
const requestsEach = 15

type Options = { readonly largest: number; readonly turns: number }

export const measurePartners = ({ largest, turns }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const origin = `http://127.0.0.1:${program.port}`
    const aims: Aim[] = []
    for (const list of [deliveries, events]) {
      // One program each: what a program may ask in a minute is counted.
      const reader = await aProgram(program, origin, scopeOf[list.name])
      const small = await measure(program, reader, { list, rows: 10_000, turns })
      const large = await measure(program, reader, { list, rows: largest, turns })
      printTable(
        `${list.what} over the API`,
        [small, large].map(({ rows, first, deep }) => ({
          rows: whole(rows),
          'first page ms': ms(first),
          'deep page ms': ms(deep),
          'deep / first': ratio(deep / first),
          'against 10,000 rows': ratio(deep / small.first),
        })),
      )
      aims.push({
        aim: `${list.what}: a deep page of ${largest} within ${flat} times a first page of ${small.rows}`,
        found: ratio(large.deep / small.first),
        met: large.deep / small.first <= flat,
      })
    }
    const single = await post(program, origin, 1)
    const full = await post(program, origin, 50)
    printTable('post from other servers', [
      { what: 'one message in a request', 'messages /s': whole(single) },
      { what: 'fifty messages in a request', 'messages /s': whole(full) },
    ])
    printAims('partners', aims)
    return (await program.defects()).length === 0
  })

const scopeOf = { events: 'events:read', deliveries: 'deliveries:read' } as const

type Caller = {
  readonly organisation: string
  get(path: string): Promise<Response>
  post(path: string, body: unknown): Promise<Response>
}

/** A program with a token, as if an administrator had let it in. */
async function aProgram({ pool }: Program, origin: string, scope: string): Promise<Caller> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const [organisation, id] = [newId(), newId()]
  await pool.query(
    `insert into organisation (id, kind, name) values ($1, 'secondary-school', 'School (verzonnen)')`,
    [organisation],
  )
  await pool.query(
    `insert into partner_program values ($1, $2, 'Volgsysteem', $3, $4, null, now(), null, now())`,
    [organisation, id, [scope], { keys: [publicKey.export({ format: 'jwk' })] }],
  )
  const token = await tokenFor(origin, `${organisation}.${id}`, privateKey)
  const authorization = `Bearer ${token}`
  return {
    organisation,
    get: (path) => fetch(origin + path, { headers: { authorization } }),
    post: (path, body) =>
      fetch(origin + path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

async function tokenFor(origin: string, clientId: string, key: KeyObject): Promise<string> {
  const statement = await new SignJWT({ jti: newId() })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(origin)
    .setExpirationTime('1m')
    .sign(key)
  const answer = await fetch(`${origin}/api/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: statement,
    }),
  })
  if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { access_token: string }).access_token
}

type List = {
  readonly what: string
  /** brings the list to so many rows */
  fill(pool: Program['pool'], organisation: string, rows: number): Promise<void>
  /** the address of the page after so many rows */
  at(pool: Program['pool'], organisation: string, rows: number): Promise<string>
  readonly name: 'events' | 'deliveries'
}

const events: List = {
  what: 'events',
  name: 'events',
  async fill(pool, organisation, rows) {
    await pool.query(
      `insert into partner_feed values ($1, $2)
       on conflict (organisation_id) do update set last_number = excluded.last_number`,
      [organisation, rows],
    )
    await pool.query(
      `insert into partner_event
       select $1, gen_random_uuid(), n, 'nl.oogmerk.delivery.received', gen_random_uuid(), now()
       from generate_series(1 + (select count(*) from partner_event), $2::bigint) n`,
      [organisation, rows],
    )
    await pool.query('vacuum analyze partner_event')
  },
  at: async (_pool, _organisation, rows) => `/api/v1/events?after=${rows}`,
}

const deliveries: List = {
  what: 'received deliveries',
  name: 'deliveries',
  async fill(pool, organisation, rows) {
    await pool.query(
      `insert into received_disclosure
       select $1, gen_random_uuid(), $1, gen_random_uuid(), 'D-3333-4444', 'care-coordinator',
         'declined', now(), current_date, 1, decode(repeat('01', 32), 'hex')
       from generate_series(1 + (select count(*) from received_disclosure), $2::bigint) n`,
      [organisation, rows],
    )
    await pool.query('vacuum analyze received_disclosure')
  },
  async at(pool, organisation, rows) {
    if (rows === 0) return '/api/v1/received-deliveries'
    const { rows: found } = await pool.query<{ id: string }>(
      'select id from received_disclosure where organisation_id = $1 order by id offset $2 limit 1',
      [organisation, rows],
    )
    return `/api/v1/received-deliveries?after=${found[0]?.id}`
  },
}

/** The middle of so many times, in milliseconds, of the first page and of one far into the list. */
async function measure(
  { pool }: Program,
  { organisation, get }: Caller,
  { list, rows, turns }: { list: List; rows: number; turns: number },
) {
  whisper(`partners: ${rows} ${list.what}`)
  await list.fill(pool, organisation, rows)
  const time = async (address: string) => {
    const times: number[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const begun = performance.now()
      const answer = await get(address)
      const page = (await answer.json()) as Record<string, unknown[]>
      if (page[list.name]?.length !== 50) throw new Error(`${answer.status}: no whole page`)
      times.push(performance.now() - begun)
    }
    return times.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0
  }
  const begin = await list.at(pool, organisation, 0)
  await time(begin)
  const first = await time(begin)
  return { rows, first, deep: await time(await list.at(pool, organisation, rows * 0.9)) }
}

const body = {
  words: 'Een verzonnen feit van ongeveer honderd tekens, zoals een mentor het opschrijft. '.repeat(
    15,
  ),
}

/** Messages a second, each with its receipt and its entry in the trail. Nobody here knows their kind. */
async function post(program: Program, origin: string, each: number): Promise<number> {
  whisper(`partners: ${each} messages in a request`)
  const servers: Caller[] = []
  while (servers.length < senders) servers.push(await aProgram(program, origin, 'channel:carry'))
  const to = newId()
  await program.pool.query(
    `insert into organisation (id, kind, name) values ($1, 'police', 'Politie (verzonnen)')`,
    [to],
  )
  const leftAt = new Date(Date.now()).toISOString()
  const begun = performance.now()
  await Promise.all(
    servers.map(async (server) => {
      const from = server.organisation
      for (let turn = 0; turn < requestsEach; turn += 1) {
        const messages = Array.from({ length: each }, (_, at) => {
          const number = turn * each + at + 1
          const one = { id: newId(), number, kind: 'bench.word', leftAt, salt: 'zout', body }
          return { ...one, hash: hashOf({ from, to }, one) }
        })
        const answer = await server.post(`/api/v1/organisations/${to}/messages`, { messages })
        const said = (await answer.json()) as { receipts?: unknown[] }
        if (said.receipts?.length !== each) throw new Error(`${answer.status}`)
      }
    }),
  )
  return (senders * requestsEach * each * 1000) / (performance.now() - begun)
}
