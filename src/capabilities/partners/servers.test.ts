import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aWordHandler } from '#capabilities/sharing/a-channel.ts'
import { sendMessage } from '#capabilities/sharing/send-message.ts'
import { newId } from '#platform/ids.ts'
import { aNet, type Net, type NetFault, type NetServer, netFaults, waitingFrom } from './a-net.ts'
import { asProgramOf } from './access.ts'
import { addPeer, endPeer } from './keep-peers.ts'
import { clientIdOf } from './program.ts'
import { serverProgramId } from './remote-way.ts'
import { openServerKey } from './server-key.ts'
import { insertEvent } from './store-events.ts'
import { tellWebhooks } from './tell-webhooks.ts'

/** One of the two, and the organisation that works on it. */
type Server = NetServer & {
  readonly organisation: string
  send(word: string): Promise<void>
}

let net: Net
let one: Server
let other: Server

async function aWorkplace(server: NetServer, kind: 'secondary-school' | 'police'): Promise<Server> {
  const { house } = server
  const organisation = await house.anOrganisation(kind)
  await house.aPerson(organisation, ['administrator'])
  return {
    ...server,
    organisation,
    async send(word) {
      const to = organisation === one?.organisation ? other.organisation : one.organisation
      await house.inTransaction(
        { kind: 'system', name: 'demo', organisationId: organisation },
        'share',
        (work) => sendMessage(work, house, { to, kind: 'sharing.word', body: { word } }),
      )
    },
  }
}

before(async () => {
  net = await aNet(() => [aWordHandler()])
  one = await aWorkplace(net.one, 'secondary-school')
  other = await aWorkplace(net.other, 'police')
  await introduce(one, other, 'police')
  await introduce(other, one, 'secondary-school')
})
after(() => net?.close())

const introduce = (here: Server, there: Server, kind: 'police' | 'secondary-school') =>
  addPeer(here.house, { id: there.organisation, kind, name: 'Elders', address: there.origin })

/** The words that an organisation received, in the order of its trail. */
const wordsOf = async ({ house, organisation }: Server) =>
  (await house.trailOf(organisation))
    .filter(({ act }) => act === 'test.word')
    .map(({ details }) => details.word)

const hashesOf = async ({ house, organisation }: Server, ...acts: string[]) =>
  (await house.trailOf(organisation))
    .filter(({ act }) => acts.includes(act))
    .map(({ details }) => details.hash)

const settle = () => net.settle(one.organisation, other.organisation)

test('post for an organisation on another server goes there, and comes into its own rows', async () => {
  await one.send('hallo')
  await settle()
  assert.deepEqual(await wordsOf(other), ['hallo'])
  const sent = await one.house.trailOf(one.organisation)
  const received = await other.house.trailOf(other.organisation)
  const delivered = sent.find(({ act }) => act === 'sharing.delivered')
  const taken = received.find(({ act }) => act === 'sharing.receive')
  assert.equal(delivered?.details.hash, taken?.details.hash)
  assert.equal(delivered?.subject, taken?.subject)
  assert.deepEqual(
    (await one.house.trailOf(other.organisation)).map(({ act }) => act),
    ['partners.peer'],
  )
})

test('whatever goes wrong between two servers, every word comes once, in order, and both trails agree', async () => {
  const sent = { one: await wordsOf(other), other: await wordsOf(one) }
  let count = 0
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('send one', 'send other') },
    {
      weight: 5,
      arbitrary: fc.tuple(
        fc.constantFrom('carry one', 'carry other'),
        fc.constantFrom<NetFault[]>('none', ...netFaults),
      ),
    },
    { weight: 1, arbitrary: fc.constant('both at once') },
    { weight: 2, arbitrary: fc.constant('later') },
    { weight: 3, arbitrary: fc.nat(1000) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      for (const what of acts) {
        if (Array.isArray(what)) {
          const server = what[0] === 'carry one' ? one : other
          await server.carry(server.organisation, what[1] as NetFault)
        } else if (typeof what === 'number') await net.again(what)
        else if (what === 'later') net.later(5)
        else if (what === 'both at once')
          await Promise.all([one, one, other].map((server) => server.carry(server.organisation)))
        else {
          count += 1
          const from = what === 'send one' ? 'one' : 'other'
          await (from === 'one' ? one : other).send(`woord-${count}`)
          sent[from].push(`woord-${count}`)
        }
      }
      await settle()
      assert.deepEqual(await wordsOf(other), sent.one)
      assert.deepEqual(await wordsOf(one), sent.other)
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        assert.deepEqual(
          await hashesOf(from, 'sharing.delivered', 'sharing.refused'),
          await hashesOf(to, 'sharing.receive', 'sharing.receive-refused'),
        )
      }
    }),
    { numRuns: 10, seed: 20_261_123 },
  )
  assert.ok(count > 20)
})

const aPerson = async (server: Server, path: string, init: RequestInit = {}) =>
  server.fetch(new Request(server.origin + path, init))

test('nobody brings post in the name of another, to who is not there, or without the key of the server', async () => {
  await one.send('straks')
  const before = await wordsOf(other)
  const at = `/api/v1/organisations/${other.organisation}/messages`
  const body = JSON.stringify({ messages: [] })
  const bare = await aPerson(other, at, { method: 'POST', body })
  assert.equal(bare.status, 401)
  await settle()
  const last = net.seen.at(-1)
  assert.ok(last)
  const ask = (path: string) =>
    aPerson(other, path, { ...(last.asked as RequestInit), method: 'POST' })
  // With a good token: itself, an organisation that is only known here, and nobody.
  for (const to of [one.organisation, newId(), 'geen-nummer']) {
    assert.equal((await ask(`/api/v1/organisations/${to}/messages`)).status, 404, to)
  }
  assert.deepEqual(await wordsOf(other), [...before, 'straks'])
  const { headers } = last.asked as { headers: Record<string, string> }
  const events = await aPerson(other, '/api/v1/events', { headers })
  assert.equal(events.status, 403, 'a server is no program of the organisation')
})

test('a server that was ended brings nothing and gets nothing; what waits goes when it is taken up again', async () => {
  const before = await wordsOf(other)
  await endPeer(other.house, one.organisation)
  await one.send('wacht')
  for (let turn = 0; turn < 3; turn += 1) {
    await one.carry(one.organisation)
    net.later(5)
  }
  assert.deepEqual(await wordsOf(other), before)
  await endPeer(one.house, other.organisation)
  await one.carry(one.organisation)
  assert.equal(await waitingFrom(one, one.organisation), 1)
  await introduce(one, other, 'police')
  await introduce(other, one, 'secondary-school')
  await settle()
  assert.deepEqual(await wordsOf(other), [...before, 'wacht'])
})

test('an organisation for which people work here is not on another server', async () => {
  const address = 'https://elders.voorbeeld.example'
  const input = { id: one.organisation, kind: 'secondary-school', name: 'x', address } as const
  await assert.rejects(addPeer(one.house, input), /works-here/)
  const wrong = [
    { address: 'https://elders.voorbeeld.example/pad' },
    { address: 'ftp://elders.example' },
    { id: 'geen-nummer' },
    { name: ' ' },
  ]
  for (const change of wrong) {
    const id = newId()
    await assert.rejects(addPeer(one.house, { ...input, id, ...change }), /invalid/)
  }
  await assert.rejects(endPeer(one.house, newId()), /no-such-peer/)
  assert.match(
    clientIdOf({ organisationId: one.organisation, programId: serverProgramId(one.organisation) }),
    /^[0-9a-f-]{36}\.[0-9a-f-]{36}$/,
  )
})

test('a program that wants to be told is told in order, signed, without a word of anybody, and again when it was away', async () => {
  const { house, organisation } = one
  const programId = newId()
  const address = 'https://hoor.voorbeeld.example/hier'
  await house.pool.query(
    `insert into partner_program values ($1, $2, 'Volgsysteem', '{events:read}', '{"keys":[]}', null, now(), null, now())`,
    [organisation, programId],
  )
  await house.pool.query('insert into partner_feed values ($1, 0) on conflict do nothing', [
    organisation,
  ])
  await house.pool.query('insert into partner_webhook values ($1, $2, $3, 0)', [
    organisation,
    programId,
    address,
  ])
  const heard: { body: string; headers: Readonly<Record<string, string>> }[] = []
  let status = 500
  let slow = 0
  const telling = {
    inTransaction: house.inTransaction,
    clock: house.clock,
    origin: one.origin,
    key: openServerKey(house.keyEncryptionKey),
    failed: () => {},
    reach: async (_: string, sent: { body: string; headers: Readonly<Record<string, string>> }) => {
      if (status === 0) throw new TypeError('The connection failed.')
      if (status === 200) heard.push(sent)
      house.moveClock({ milliseconds: slow })
      return new Response(null, { status })
    },
  }
  const tell = (last?: string) => tellWebhooks(telling, new AbortController().signal, last)
  const happened = (subject: string, at = organisation) =>
    house.inTransaction(asProgramOf(at), 'share', async (work) =>
      insertEvent(work, 'nl.oogmerk.delivery.received', subject),
    )
  const subjects = [newId(), newId(), newId()]
  for (const subject of subjects) await happened(subject)
  const standing = async () =>
    (
      await house.pool.query(
        'select told, attempts, last_error from partner_webhook where organisation_id = $1',
        [organisation],
      )
    ).rows[0]

  await tell()
  assert.deepEqual(await standing(), { told: 0, attempts: 1, last_error: 'answered-500' })
  status = 0
  await tell()
  assert.equal((await standing()).attempts, 1, 'not before its pause is over')
  house.moveClock({ minutes: 2 })
  await tell()
  assert.deepEqual(await standing(), { told: 0, attempts: 2, last_error: 'not-reached' })
  house.moveClock({ minutes: 6 })
  status = 200
  await Promise.all([tell(), tell()])
  assert.deepEqual(await standing(), { told: 3, attempts: 0, last_error: null })
  assert.deepEqual(
    heard.map(({ body }) => JSON.parse(body).subject),
    subjects,
  )
  for (const { body, headers } of heard) {
    assert.deepEqual(Object.keys(JSON.parse(body)).sort(), [
      ...['id', 'source', 'specversion', 'subject', 'time', 'type'],
    ])
    assert.match(headers.signature ?? '', /^oogmerk=:[\w+/=]+:$/)
  }

  // An address that takes its time gets some of it in a turn, and the rest in a later one.
  slow = 4_900
  for (let event = 0; event < 8; event += 1) await happened(newId())
  await tell()
  assert.equal((await standing()).told, 6)
  await tell()
  assert.equal((await standing()).told, 6, 'others first')
  house.moveClock({ minutes: 1 })
  await tell()
  assert.equal((await standing()).told, 9)

  // Addresses that are slow together hold up the post no longer than one turn, and nobody is always last.
  const other = await house.anOrganisation()
  await house.pool.query(
    `with program as (
       insert into partner_program values ($1, $2, 'Volgsysteem', '{events:read}', '{"keys":[]}', null, now(), null, now())
     ), feed as (insert into partner_feed values ($1, 0))
     insert into partner_webhook values ($1, $2, $3, 0)`,
    [other, newId(), address],
  )
  assert.ok(organisation < other)
  slow = 9_000
  for (const at of [organisation, other, other]) await happened(newId(), at)
  house.moveClock({ minutes: 1 })
  const before = heard.length
  const last = await tell()
  assert.equal(last, organisation)
  assert.equal(heard.length - before, 2)
  house.moveClock({ minutes: 1 })
  await tell(last)
  assert.ok(
    heard.slice(before + 2).every(({ body }) => JSON.parse(body).source.includes(other)),
    'the other one first',
  )
})
