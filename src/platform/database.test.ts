import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { type Ask, askTogether } from './database.ts'

let house: TestHouse
let ask: Ask

before(async () => {
  house = await aHouse()
  ask = askTogether(house.pool)
})
after(() => house.close())

const sessionOf = async (asked: ReturnType<Ask>) => (await asked).rows[0].pid
const who = () => ask({ text: 'select pg_backend_pid() as pid' })
const inUse = () => house.pool.totalCount - house.pool.idleCount

test('a question that fails takes no other with it, and its connection is not used again', async () => {
  const asked = [who(), ask({ text: 'select 1 / 0' }), who()] as const
  const [first, failed, last] = await Promise.allSettled(asked)
  assert.equal(failed.status, 'rejected')
  assert.ok(first.status === 'fulfilled' && last.status === 'fulfilled')
  const [used] = first.value.rows
  assert.notEqual(await sessionOf(who()), used.pid)
})

test('who asks at the same moment shares one connection, which is given back', async () => {
  const [one, ...others] = await Promise.all([who(), who(), who()].map(sessionOf))
  assert.deepEqual(others, [one, one])
  await new Promise(setImmediate)
  assert.equal(inUse(), 0)
})

test('a connection that the server ends while somebody holds it stops nobody else', async () => {
  const held = await house.pool.connect()
  const gone = new Promise((resolve) => held.once('end', resolve))
  const { rows } = await held.query('select pg_backend_pid() as pid')
  await house.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
  await gone
  await assert.rejects(held.query('select 1'))
  held.release(true)
  assert.equal((await ask({ text: 'select 1 as one' })).rows[0].one, 1)
})
