import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { z } from 'zod'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aVisitor } from '#tests/a-visitor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { lintApi, officialRules, rulesetFile } from '#tests/nl-api-rules.ts'
import { aProgram, aServerElsewhere, type TestProgram } from './a-program.ts'
import { asProgramOf } from './access.ts'
import { apiRoutes } from './api.ts'
import { describeApi } from './description.ts'
import { byId, operation, paging, writtenText } from './operation.ts'
import { insertEvent } from './store-events.ts'

let app: TestApp
let administrator: PersonActor
let elsewhere: PersonActor
let program: TestProgram
let theirs: TestProgram
/** how often the operation that a test added did something */
let written = 0

const writing = operation({
  id: 'listEvents',
  tag: 'events',
  method: 'post',
  path: '/words/{id}',
  scope: 'events:read',
  purpose: 'share',
  params: byId,
  query: z.strictObject({}),
  body: z.strictObject({ words: writtenText(200), often: z.int().optional() }),
  answer: z.strictObject({ id: z.uuid(), words: z.string(), turn: z.int() }),
  status: 201,
  does: {
    async within(work, { params, body }) {
      if (body.words === 'stuk') throw new Error('stumbled over a word')
      written += 1
      work.audit({ act: 'test.word', subject: params.id })
      return { id: params.id, words: body.words, turn: written }
    },
  },
})

before(async () => {
  app = await anApp({
    extend: (routes, { inTransaction, keyring }) => {
      const parts = { inTransaction, keyring, operations: [writing], perMinute: 10_000 }
      routes.route('/', apiRoutes(parts))
    },
  })
  const ours = await app.house.anOrganisation('secondary-school')
  const other = await app.house.anOrganisation('safe-home', 'Veilig Thuis Verzonnen')
  administrator = await app.house.aPerson(ours, ['administrator'])
  elsewhere = await app.house.aPerson(other, ['administrator'])
  program = await aProgram(app, administrator)
  theirs = await aProgram(app, elsewhere)
})
after(() => app?.close())

const happened = (organisationId: string, subject = newId()) =>
  app.house.inTransaction(asProgramOf(organisationId), 'share', async (work) => {
    insertEvent(work, 'nl.oogmerk.delivery.received', subject)
    return subject
  })
const json = ({ body }: { body: string }) => JSON.parse(body)

test('a statement counts once, and a second time is in the trail', async () => {
  const statement = await program.sign()
  assert.equal((await program.knock(statement)).status, 200)
  const again = await program.knock(statement)
  assert.deepEqual([again.status, json(again)], [401, { error: 'invalid_client' }])
  const trail = await app.house.trailOf(administrator.organisationId)
  const refused = trail.filter(({ act }) => act === 'partners.token-refused')
  assert.deepEqual(refused.at(-1)?.details, { because: 'used-before' })
})

test('a statement signed with the key of another program, or in its name, opens nothing', async () => {
  assert.equal((await program.knock(await program.sign({ key: theirs.privateKey }))).status, 401)
  const asThem = { claims: { iss: theirs.clientId, sub: theirs.clientId } }
  assert.equal((await program.knock(await program.sign(asThem))).status, 401)
  const named = await program.knock(await program.sign(), { client_id: theirs.clientId })
  assert.equal(named.status, 401)
  const nobody = `${administrator.organisationId}.${newId()}`
  const unknown = await program.sign({ claims: { iss: nobody, sub: nobody } })
  assert.equal((await program.knock(unknown)).status, 401)
})

test('a knock that is not as it should be is told so as OAuth says it', async () => {
  const with_ = async (more: Record<string, string>) => {
    const answer = await program.knock(undefined, more)
    return [answer.status, json(answer).error]
  }
  assert.deepEqual(await with_({ grant_type: 'password' }), [400, 'unsupported_grant_type'])
  assert.deepEqual(await with_({ client_assertion_type: 'x' }), [401, 'invalid_client'])
  assert.deepEqual(await with_({ scope: 'alles' }), [400, 'invalid_scope'])
  assert.deepEqual(await with_({ scope: 'channel:carry' }), [400, 'invalid_scope'])
  const stranger = app.aStranger()
  const asJson = await stranger.send('/api/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  assert.deepEqual([asJson.status, json(asJson).error], [400, 'invalid_request'])
  assert.equal((await stranger.get('/api/oauth/token')).status, 405)
})

test('somebody who knocks too often waits', async () => {
  const rude = await aProgram(app, administrator)
  const answers: number[] = []
  for (let turn = 0; turn < 62; turn += 1) answers.push((await rude.knock('a.b.c')).status)
  assert.equal(answers.at(-1), 429)
})

test('without a token, with a cookie, with one of nobody or with one that is too old, nothing is told', async () => {
  const stranger = app.aStranger()
  const ask = (headers: Record<string, string>) => stranger.get('/api/v1/events', headers)
  for (const authorization of [
    'Bearer x',
    `Bearer ${administrator.organisationId}.${'a'.repeat(43)}`,
    `Basic ${Buffer.from('a:b').toString('base64')}`,
    `Bearer ${await program.token()} `.repeat(2),
  ]) {
    const answer = await ask({ authorization })
    assert.equal(answer.status, 401, authorization)
    assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer realm="oogmerk"/)
  }
  assert.equal((await ask({})).status, 401)
  const signedIn = await app.signedIn(administrator)
  assert.equal((await signedIn.get('/api/v1/events')).status, 401)
  const token = await program.token()
  assert.equal((await ask({ authorization: `Bearer ${token}` })).status, 200)
  app.house.moveClock({ seconds: 601 })
  assert.equal((await ask({ authorization: `Bearer ${token}` })).status, 401)
})

test('a token opens no page', async () => {
  const authorization = `Bearer ${await program.token()}`
  const answer = await app.aStranger().get('/organisatie/programmas', { authorization })
  assert.equal(answer.status, 303)
  assert.match(answer.location, /^\/inloggen\?/)
})

test('a program hears only of its own organisation, without a word of anybody', async () => {
  const mine = await happened(administrator.organisationId)
  const other = await happened(elsewhere.organisationId)
  const { status, headers, body } = await program.get('/api/v1/events')
  assert.equal(status, 200)
  assert.ok(body.includes(mine) && !body.includes(other))
  const { events, next } = JSON.parse(body)
  assert.deepEqual(Object.keys(events.at(-1)).sort(), [
    ...['id', 'source', 'specversion', 'subject', 'time', 'type'],
  ])
  assert.equal(headers.get('api-version'), '1.2.0')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('access-control-allow-origin'), null)
  assert.deepEqual(json(await program.get(next)), { events: [] })
  const later = await happened(administrator.organisationId)
  assert.deepEqual(
    json(await program.get(next)).events.map(({ subject }: { subject: string }) => subject),
    [later],
  )
  const trail = await app.house.trailOf(administrator.organisationId)
  const read = trail.findLast(({ act }) => act === 'partners.events')
  assert.deepEqual(read?.details, { count: 1, program: program.id })
})

test('a feed is read in pages, each event once and in order, also while others are written', async () => {
  const wanted: string[] = []
  for (let turn = 0; turn < 7; turn += 1) wanted.push(await happened(elsewhere.organisationId))
  const seen: string[] = []
  let path = '/api/v1/events?limit=3'
  for (let turn = 0; turn < 20; turn += 1) {
    const page = json(await theirs.get(path))
    if (page.events.length === 0) break
    seen.push(...page.events.map(({ subject }: { subject: string }) => subject))
    path = `${page.next}&limit=3`
    if (turn === 1)
      wanted.push(...(await Promise.all([1, 2, 3].map(() => happened(elsewhere.organisationId)))))
  }
  assert.equal(new Set(seen).size, seen.length)
  assert.deepEqual(seen.slice(-wanted.length).sort(), wanted.sort())
})

test('an organisation to which no program listens keeps no events', async () => {
  const quiet = await app.house.anOrganisation()
  await happened(quiet)
  const { rows } = await app.house.pool.query(
    'select from partner_event where organisation_id = $1',
    [quiet],
  )
  assert.equal(rows.length, 0)
})

test('a program that was ended is out at once, and so is one whose keys were changed, until it proves itself anew', async () => {
  const leaving = await aProgram(app, administrator)
  await leaving.token()
  const visitor = await app.signedIn(administrator)
  const page = `/organisatie/programmas/${leaving.id}`
  const { publicKey } = await crypto.subtle
    .generateKey({ name: 'Ed25519' }, true, ['sign'])
    .then((pair) => pair as CryptoKeyPair)
  const keys = JSON.stringify(await crypto.subtle.exportKey('jwk', publicKey))
  assert.equal((await visitor.post(`${page}/sleutels`, { keys })).status, 303)
  assert.equal((await leaving.get('/api/v1/events')).status, 401)
  assert.equal((await leaving.knock()).status, 401)

  await program.token()
  const ending = await aProgram(app, administrator)
  await ending.token()
  assert.equal((await visitor.post(`/organisatie/programmas/${ending.id}/beeindigen`)).status, 303)
  assert.equal((await ending.get('/api/v1/events')).status, 401)
  assert.equal((await ending.knock()).status, 401)
  assert.equal((await program.get('/api/v1/events')).status, 200)
})

test('the same write with the same key is done once, and answered the same each time', async () => {
  const id = newId()
  const key = { 'idempotency-key': newId() }
  const before = written
  const first = await program.post(`/api/v1/words/${id}`, { words: 'hallo' }, key)
  assert.equal(first.status, 201)
  const all = await Promise.all(
    [1, 2, 3].map(() => program.post(`/api/v1/words/${id}`, { words: 'hallo' }, key)),
  )
  for (const { status, body } of all) assert.deepEqual([status, body], [201, first.body])
  assert.equal(written, before + 1)
  const other = await theirs.post(`/api/v1/words/${id}`, { words: 'hallo' }, key)
  assert.deepEqual([other.status, json(other).turn], [201, before + 2], 'a key is of one program')
})

test('at the same instant, only one of two with the same key is done', async () => {
  const key = { 'idempotency-key': newId() }
  const before = written
  const both = await Promise.all(
    [1, 2, 3, 4].map(() => program.post(`/api/v1/words/${program.id}`, { words: 'tegelijk' }, key)),
  )
  assert.equal(new Set(both.map(({ body }) => body)).size, 1)
  assert.equal(written, before + 1)
})

test('a key that was used for something else is refused, and what failed may be asked again', async () => {
  const key = { 'idempotency-key': newId() }
  const at = `/api/v1/words/${newId()}`
  assert.equal((await program.post(at, { words: 'stuk' }, key)).status, 500)
  assert.equal((await program.post(at, { words: 'heel' }, key)).status, 201)
  const other = await program.post(at, { words: 'anders' }, key)
  assert.deepEqual([other.status, json(other).code], [422, 'key-reused'])
  assert.equal((await program.post(`/api/v1/words/${newId()}`, { words: 'heel' }, key)).status, 422)
  for (const wrong of ['', 'kort', 'met spatie erin', 'x'.repeat(101)]) {
    const answer = await program.post(at, { words: 'a' }, { 'idempotency-key': wrong })
    assert.deepEqual([answer.status, json(answer).code], [400, 'key-missing'])
  }
})

test('what is in no description, of another form, endless or too deep is refused before anything happens', async () => {
  const before = written
  const at = `/api/v1/words/${newId()}`
  const ask = async (body: unknown, headers: Record<string, string> = {}) => {
    const { status, body: said } = await program.post(at, body, headers)
    const { code, errors } = JSON.parse(said)
    const places = (errors ?? []).map((one: { location: string }) => one.location)
    return [status, code, ...new Set(places)]
  }
  assert.deepEqual(await ask({ words: 'a', more: 1 }), [400, 'invalid-input', '#'])
  assert.deepEqual(await ask('{"words":"a","__proto__":{"x":1}}'), [400, 'invalid-input', '#'])
  assert.deepEqual(await ask({ words: '' }), [400, 'invalid-input', '#/words'])
  assert.deepEqual(await ask({ words: 'nul\u0000' }), [400, 'invalid-input', '#/words'])
  assert.deepEqual(await ask('{"words":"\\ud800"}'), [400, 'invalid-input', '#/words'])
  assert.deepEqual(await ask({ words: 'a', often: 1.5 }), [400, 'invalid-input', '#/often'])
  assert.deepEqual(await ask('geen json'), [400, 'not-json'])
  assert.deepEqual(await ask('[]'), [400, 'invalid-input', '#'])
  assert.deepEqual(await ask(`${'['.repeat(60_000)}`), [400, 'too-deep'])
  assert.deepEqual(await ask(`{"words":"a","x":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`), [
    400,
    'too-deep',
  ])
  assert.deepEqual(await ask({ words: 'x'.repeat(300_000) }), [413, 'too-large'])
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/jsonx',
    '',
  ]) {
    assert.deepEqual(await ask({ words: 'a' }, { 'content-type': type }), [
      415,
      'unsupported-media-type',
    ])
  }
  for (const query of [
    '?x=1',
    '?limit=0',
    '?limit=101',
    '?limit=a',
    '?limit=1&limit=2',
    '?after=x',
  ]) {
    const answer = await program.get(`/api/v1/events${query}`)
    assert.equal(answer.status, 400, query)
  }
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await app.aStranger().send(at, { method })
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST'])
  }
  assert.equal((await program.post('/api/v1/words/abc', { words: 'a' })).status, 404)
  assert.equal(written, before)
})

test('a token with fewer scopes does less, and says which kind of problem that is', async () => {
  const reader = await aServerElsewhere(app)
  const answer = await reader.get('/api/v1/events', { 'accept-language': 'en' })
  assert.equal(answer.status, 403)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  assert.equal(answer.headers.get('content-language'), 'en')
  assert.deepEqual(json(answer), {
    type: '/voor-programmas#scope-missing',
    status: 403,
    title: 'This program may not do this',
    detail:
      'Ask an administrator of your organisation whether it may, or ask for a token with this scope.',
    code: 'scope-missing',
    instance: answer.headers.get('x-request-id'),
  })
  for (const [wanted, language] of [
    ['nl', 'nl'],
    ['de, en;q=0.5', 'en'],
    ['en;q=0.2, nl;q=0.9', 'nl'],
    ['fr', 'nl'],
    ['en;q=0', 'nl'],
  ] as const) {
    const { headers } = await reader.get('/api/v1/events', { 'accept-language': wanted })
    assert.equal(headers.get('content-language'), language, wanted)
  }
})

test('a browser on another site gets nothing, whatever it sends', async () => {
  for (const headers of [
    { origin: 'https://elders.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ] as Record<string, string>[]) {
    assert.equal((await program.get('/api/v1/events', headers)).status, 403)
  }
  const preflight = await app.aStranger().send('/api/v1/events', {
    method: 'OPTIONS',
    headers: { origin: app.origin, 'access-control-request-method': 'GET' },
  })
  assert.equal(preflight.headers.get('access-control-allow-origin'), null)
})

test('one program that asks without end waits, and another does not', async () => {
  const visitors = { fetch: (request: Request) => small.fetch(request), origin: app.origin }
  const small = new Hono()
  const { inTransaction, keyring } = app.house
  small.route(
    '/',
    apiRoutes({ inTransaction, keyring, operations: [writing], perMinute: 2 }) as never,
  )
  const errors: string[] = []
  small.onError((error, c) => {
    errors.push(error.message)
    return c.text('', 429)
  })
  const ask = async (who: TestProgram) =>
    aVisitor(visitors).send(`/api/v1/words/${newId()}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await who.token()}`,
        'content-type': 'application/json',
        'idempotency-key': newId(),
      },
      body: '{"words":"a"}',
    })
  const statuses = [await ask(program), await ask(program), await ask(program), await ask(theirs)]
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [201, 201, 429, 201],
  )
})

test('what the server says about itself for OAuth is what it does', async () => {
  const { body } = await app.aStranger().get('/.well-known/oauth-authorization-server')
  const said = JSON.parse(body)
  assert.equal(said.issuer, app.origin)
  assert.equal(said.token_endpoint, `${app.origin}/api/oauth/token`)
  assert.deepEqual(said.token_endpoint_auth_methods_supported, ['private_key_jwt'])
  assert.ok(!JSON.stringify(said).includes('HS256') && !JSON.stringify(said).includes('none'))
  const keys = JSON.parse((await app.aStranger().get('/.well-known/jwks.json')).body)
  assert.deepEqual(Object.keys(keys.keys[0]).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x'])
})

const skip = officialRules() === undefined && `${rulesetFile} is not there`

test('the description keeps the NL API Design Rules, as their own ruleset judges it', {
  skip,
}, async () => {
  for (const language of ['nl', 'en']) {
    const { body } = await app
      .aStranger()
      .get('/api/v1/openapi.json', { 'accept-language': language })
    const served = JSON.parse(body)
    // This operator has set no address for people, and we invent none.
    const faults = (await lintApi(served)).filter(
      (fault) => !fault.startsWith('nlgov:info-contact'),
    )
    assert.deepEqual(faults, [])
  }
  const about = { origin: app.origin, language: 'nl', contact: 'api@voorbeeld.example' } as const
  assert.deepEqual(await lintApi(describeApi({ ...about, operations: [writing] })), [])
})

test('the ruleset notices what is not as it should be', { skip }, async () => {
  const about = { origin: 'http://a.example', language: 'nl', contact: undefined } as const
  const bad = describeApi({ ...about, operations: [{ ...writing, path: '/Words/{id}/' }] })
  const faults = await lintApi({ ...bad, info: { title: 'x', version: '1' } })
  for (const rule of [
    'path-keys-no-trailing-slash',
    'info-contact',
    'nlgov:paths-kebab-case',
    'nlgov:servers-use-https',
    'nlgov:semver',
  ]) {
    assert.ok(
      faults.some((fault) => fault.startsWith(rule)),
      `${rule} is not among ${faults.join('; ')}`,
    )
  }
  const naked = JSON.parse(JSON.stringify(bad))
  for (const path of Object.values(naked.paths) as Record<string, { responses: object }>[]) {
    for (const one of Object.values(path)) one.responses = { 200: { description: 'x' } }
  }
  const missing = await lintApi(naked)
  assert.ok(missing.some((fault) => fault.startsWith('nlgov:missing-header')))
  assert.ok(missing.some((fault) => fault.startsWith('nlgov:problem-invalid-input')))
})

test('the description is made of what checks the requests', () => {
  const about = { origin: app.origin, language: 'en', contact: undefined } as const
  const described = describeApi({ ...about, operations: [writing] }) as {
    paths: Record<
      string,
      { post: { requestBody: { content: Record<string, { schema: unknown }> } } }
    >
  }
  assert.deepEqual(described.paths['/words/{id}']?.post.requestBody.content['application/json'], {
    schema: {
      type: 'object',
      properties: {
        words: { type: 'string', minLength: 1, maxLength: 200 },
        often: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
      },
      required: ['words'],
      additionalProperties: false,
    },
  })
  assert.equal(paging.safeParse({ limit: '1000' }).success, false)
})
