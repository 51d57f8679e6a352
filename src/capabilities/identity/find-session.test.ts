import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aRegion, type Region, somebody } from './a-region.ts'
import { signOut } from './end-sessions.ts'
import { startSession } from './start-session.ts'

const fenna = somebody('fenna-voorbeeld')
const device = { browser: 'Firefox', system: 'Android' } as const
let region: Region

before(async () => {
  region = await aRegion()
})
after(() => region.close())

const signIn = (actor = fenna) =>
  region.act(actor, (work) => startSession(work, region.keyring, { method: 'passkey', device }))

const open = (token: string) => region.identity.findSession(token)

test('a cookie that nobody was given opens nothing', async () => {
  assert.equal(await open('made-up'), undefined)
})

test('a session that ended opens nothing', async () => {
  const token = await signIn()
  const session = await open(token)
  await region.act(fenna, (work) => signOut(work, session?.sessionId ?? ''))
  assert.equal(await open(token), undefined)
})

test('a session that was not used for 15 minutes opens nothing', async () => {
  const token = await signIn()
  region.pass({ minutes: 14, seconds: 59 })
  assert.equal((await open(token))?.name, 'Fenna Voorbeeld')
  region.pass({ minutes: 15 })
  assert.equal(await open(token), undefined)
})

test('a session in use all day opens nothing after 10 hours', async () => {
  const token = await signIn()
  for (let minutes = 10; minutes < 600; minutes += 10) {
    region.pass({ minutes: 10 })
    assert.notEqual(await open(token), undefined, `after ${minutes} minutes`)
  }
  region.pass({ minutes: 10 })
  assert.equal(await open(token), undefined)
})

test('a session of somebody who no longer works here does not open', async () => {
  const henk = somebody('henk-verzonnen')
  const token = await signIn(henk)
  const owner = 'update membership set active = $1 where person_id = $2'
  await region.pool.query(owner, [false, henk.personId])
  assert.equal(await open(token), undefined)
  await assert.rejects(signIn(henk), { because: 'not-a-member' })
  await region.pool.query(owner, [true, henk.personId])
})

test('a session given out in demo mode opens nothing once demo mode is off', async () => {
  const token = await region.act(fenna, (work) =>
    startSession(work, region.keyring, { method: 'demo', device }),
  )
  assert.equal((await open(token))?.name, 'Fenna Voorbeeld')
  const { sessionFinder } = await import('./find-session.ts')
  const { pool, inTransaction, keyring, now } = region
  const real = sessionFinder({ pool, inTransaction, keyring, clock: now, demo: false })
  assert.equal(await real(token), undefined)
})

test('a session tells who works for which organisation, in which roles', async () => {
  const found = await open(await signIn())
  assert.deepEqual(found?.actor, fenna)
  assert.equal(found?.organisationName, 'Het Voorbeeldcollege (verzonnen)')
  assert.equal(found?.steppedUpAt.toString(), region.now().toString())
})

test('use is written down at most once a minute', async () => {
  const token = await signIn()
  const seen = async () => {
    const found = await region.pool.query('select max(seen_at) as at from session')
    return found.rows[0].at as string
  }
  const first = await seen()
  region.pass({ seconds: 59 })
  await open(token)
  assert.equal(await seen(), first)
  region.pass({ seconds: 1 })
  await open(token)
  assert.notEqual(await seen(), first)
})
