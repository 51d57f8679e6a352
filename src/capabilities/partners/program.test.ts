import assert from 'node:assert/strict'
import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  verify,
} from 'node:crypto'
import { test } from 'node:test'
import { exportJWK, type JWTPayload, SignJWT } from 'jose'
import { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { checkAssertion } from './assertion.ts'
import { cloudEvent, nextTry } from './event.ts'
import { keySource } from './key-source.ts'
import {
  clientIdOf,
  grantedScopes,
  organisationOfToken,
  programNamed,
  type Scope,
} from './program.ts'
import { readKeys } from './public-keys.ts'
import { serverKey } from './server-key.ts'
import { signatureHeaders } from './sign-request.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
const seconds = now.epochMilliseconds / 1000
const issuer = 'https://oogmerk.voorbeeld.example'
const clientId = clientIdOf({ organisationId: newId(), programId: newId() })

async function keyText(kind: 'ed25519' | 'ec' | 'rsa', options: object = {}) {
  const make = generateKeyPairSync as unknown as (
    kind: string,
    options: object,
  ) => { publicKey: KeyObject; privateKey: KeyObject }
  const pair = make(kind, options)
  return {
    privateKey: pair.privateKey,
    jwk: await exportJWK(pair.publicKey),
    secret: await exportJWK(pair.privateKey),
  }
}

test('a secret key, a key for both sides, a weak one and what is no key are refused', async () => {
  const faults = async (text: unknown) => {
    const read = await readKeys(typeof text === 'string' ? text : JSON.stringify(text))
    return read.ok ? 'none' : read.because
  }
  const ed = await keyText('ed25519')
  const ec = await keyText('ec', { namedCurve: 'P-256' })
  assert.equal(await faults(ed.secret), 'keys-private')
  assert.equal(await faults({ kty: 'oct', k: 'c2xlYXRlbA' }), 'keys-private')
  assert.equal(await faults({ keys: [ed.jwk, ec.secret] }), 'keys-private')
  assert.equal(await faults((await keyText('rsa', { modulusLength: 1024 })).jwk), 'keys-wrong')
  assert.equal(await faults((await keyText('ec', { namedCurve: 'secp256k1' })).jwk), 'keys-wrong')
  assert.equal(await faults({ ...ec.jwk, y: ec.jwk.x }), 'keys-wrong')
  assert.equal(await faults({ ...ed.jwk, alg: 'HS256' }), 'keys-wrong')
  assert.equal(await faults('dit is geen json'), 'keys-not-json')
  assert.equal(await faults('[]'), 'keys-wrong')
  assert.equal(await faults({ keys: [] }), 'keys-wrong')
  assert.equal(await faults({ keys: Array(6).fill(ed.jwk) }), 'keys-too-many')
  assert.equal(await faults({ keys: [ed.jwk, ec.jwk] }), 'keys-kid')
  const both = {
    keys: [
      { ...ed.jwk, kid: 'a' },
      { ...ec.jwk, kid: 'b' },
    ],
  }
  assert.equal(await faults(both), 'none')
  assert.equal(await faults((await keyText('rsa', { modulusLength: 2048 })).jwk), 'none')
})

test('only what is public in a key is kept', async () => {
  const { jwk } = await keyText('ed25519')
  const read = await readKeys(JSON.stringify({ ...jwk, x5u: 'https://elders.example', note: 'x' }))
  assert.deepEqual(read.ok && read.keys, { keys: [jwk] })
})

const claims = (change: JWTPayload = {}): JWTPayload => ({
  iss: clientId,
  sub: clientId,
  aud: issuer,
  jti: newId(),
  iat: seconds,
  exp: seconds + 60,
  ...change,
})

test('a statement for another server, of another, too old, too long, from tomorrow, or without a number proves nothing', async () => {
  const { privateKey, jwk } = await keyText('ed25519')
  const check = async (change: JWTPayload) => {
    const jwt = await new SignJWT(claims(change))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey)
    const keys = { keys: [jwk] } as never
    const checked = await checkAssertion(jwt, { clientId, issuer, keys, now })
    return checked.ok ? 'ok' : checked.because
  }
  assert.equal(await check({}), 'ok')
  assert.equal(await check({ aud: [issuer] }), 'ok')
  assert.equal(await check({ iat: seconds + 20, exp: seconds - 20 }), 'ok', 'within the skew')
  const wrong: JWTPayload[] = [
    { aud: 'https://elders.example' },
    { aud: `${issuer}/` },
    { aud: `${issuer}/api/oauth/token` },
    { aud: [issuer, 'https://elders.example'] },
    { iss: clientIdOf({ organisationId: newId(), programId: newId() }) },
    { sub: newId() },
    { exp: seconds - 60 },
    { exp: seconds + 3600 },
    { exp: seconds + 200, iat: seconds - 4000 },
    { iat: seconds + 120, exp: seconds + 180 },
    { nbf: seconds + 120 },
    { jti: 'kort' },
    { jti: 'x'.repeat(201) },
  ]
  for (const change of wrong) assert.equal(await check(change), 'not-valid', JSON.stringify(change))
  for (const name of ['exp', 'jti', 'aud', 'iss', 'sub']) {
    assert.equal(await check({ [name]: undefined }), 'not-valid', name)
  }
})

test('no signature, one with the public key as a password, and one with a key in its own header prove nothing', async () => {
  const { jwk } = await keyText('ec', { namedCurve: 'P-256' })
  const other = await keyText('ec', { namedCurve: 'P-256' })
  const check = async (jwt: string) => {
    const keys = { keys: [jwk] } as never
    const checked = await checkAssertion(jwt, { clientId, issuer, keys, now })
    return checked.ok ? 'ok' : checked.because
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  assert.equal(await check(`${part({ alg: 'none' })}.${part(claims())}.`), 'not-valid')
  const head = `${part({ alg: 'HS256' })}.${part(claims())}`
  const mac = createHmac('sha256', JSON.stringify(jwk)).update(head).digest('base64url')
  assert.equal(await check(`${head}.${mac}`), 'not-valid')
  const own = await new SignJWT(claims())
    .setProtectedHeader({ alg: 'ES256', jwk: other.jwk })
    .sign(other.privateKey)
  assert.equal(await check(own), 'not-valid')
  for (const rubbish of ['', 'a.b.c', 'a', `${'x'.repeat(5000)}.y.z`]) {
    assert.equal(await check(rubbish), 'not-valid')
  }
})

test('an old padding is refused also when the key is right', async () => {
  const { privateKey, jwk } = await keyText('rsa', { modulusLength: 2048 })
  const check = async (alg: string) => {
    const jwt = await new SignJWT(claims()).setProtectedHeader({ alg }).sign(privateKey)
    const keys = { keys: [jwk] } as never
    return (await checkAssertion(jwt, { clientId, issuer, keys, now })).ok
  }
  assert.deepEqual([await check('RS256'), await check('PS256')], [false, true])
})

test('a token never gets more than the program was given', () => {
  const given: Scope[] = ['events:read']
  assert.deepEqual(grantedScopes(given, undefined), given)
  assert.deepEqual(grantedScopes(given, 'events:read events:read'), ['events:read'])
  for (const asked of [
    'deliveries:send',
    'events:read deliveries:send',
    'alles',
    'channel:carry',
  ]) {
    assert.equal(grantedScopes(given, asked), undefined, asked)
  }
})

test('what is no id of a program, or no token, leads nowhere', () => {
  assert.deepEqual(clientIdOf(programNamed(clientId) ?? assert.fail()), clientId)
  for (const wrong of ['', 'a.b', `${clientId}.x`, newId(), `${newId()}.`, `${newId()}.'--`]) {
    assert.equal(programNamed(wrong), undefined, wrong)
  }
  const organisation = newId()
  assert.equal(organisationOfToken(`${organisation}.${'a'.repeat(43)}`), organisation)
  for (const wrong of [
    '',
    organisation,
    `${organisation}.kort`,
    `${'-'.repeat(36)}.${'a'.repeat(43)}`,
  ]) {
    assert.equal(organisationOfToken(wrong), undefined, wrong)
  }
})

test('keys at an address are fetched once, again for a new key, and not at every knock when they are not there', async () => {
  let at = now
  const { jwk } = await keyText('ed25519')
  let asked = 0
  let there = true
  const source = keySource({
    clock: () => at,
    reach: async () => {
      asked += 1
      return there ? Response.json({ keys: [jwk] }) : new Response('weg', { status: 404 })
    },
  })
  const place = { keysAt: 'https://sleutels.voorbeeld.example' }
  assert.ok(await source.keysOf(place))
  assert.ok(await source.keysOf(place))
  await source.keysOf(place, true)
  assert.equal(asked, 1, 'a knock in the same minute')
  at = at.add({ minutes: 2 })
  await source.keysOf(place, true)
  assert.equal(asked, 2, 'an unknown key, a while later')
  there = false
  at = at.add({ minutes: 11 })
  for (let knock = 0; knock < 5; knock += 1) assert.equal(await source.keysOf(place), undefined)
  assert.equal(asked, 3)
})

test('an event names the organisation by its number where it has one, and holds nothing else', () => {
  const event = {
    number: 7,
    id: newId(),
    type: 'nl.oogmerk.delivery.received',
    subject: newId(),
    at: now,
  } as const
  const source = { organisationId: newId(), oin: '00000001234567890000', origin: issuer }
  assert.deepEqual(cloudEvent(event, source), {
    specversion: '1.0',
    id: event.id,
    source: 'urn:nld:oin:00000001234567890000:systeem:oogmerk',
    type: event.type,
    subject: event.subject,
    time: '2026-11-23T10:00:00Z',
  })
  const without = cloudEvent(event, { ...source, oin: undefined }).source
  assert.equal(without, `${issuer}/organisaties/${source.organisationId}`)
})

test('the pause before a next try grows, and stops growing', () => {
  const hours = [0, 1, 2, 3, 4, 5, 6, 99].map((tries) =>
    nextTry(tries, now).since(now).total('minutes'),
  )
  assert.deepEqual(hours, [1, 5, 15, 60, 240, 720, 720, 720])
})

test('a notification is signed so that the receiver can check who it is from and what it says', async () => {
  const key = await serverKey(Buffer.alloc(32, 1))
  assert.deepEqual((await serverKey(Buffer.alloc(32, 1))).jwk, key.jwk)
  assert.equal('d' in key.jwk, false)
  const sent = {
    address: 'https://hoor.voorbeeld.example/hier',
    body: '{"a":1}',
    contentType: 'application/cloudevents+json',
    now,
  }
  const headers = signatureHeaders(key, sent)
  const params = headers['signature-input']?.replace('oogmerk=', '') ?? ''
  const base = (body: string) =>
    [
      '"@method": POST',
      '"@target-uri": https://hoor.voorbeeld.example/hier',
      `"content-digest": ${signatureHeaders(key, { ...sent, body })['content-digest']}`,
      '"content-type": application/cloudevents+json',
      `"@signature-params": ${params}`,
    ].join('\n')
  const signature = Buffer.from(headers.signature?.slice('oogmerk=:'.length, -1) ?? '', 'base64')
  const publicKey = createPublicKey({ key: key.jwk as never, format: 'jwk' })
  assert.ok(verify(null, Buffer.from(base('{"a":1}')), publicKey, signature))
  assert.ok(!verify(null, Buffer.from(base('{"a":2}')), publicKey, signature))
})
