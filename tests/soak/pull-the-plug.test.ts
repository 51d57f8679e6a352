import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pullThePlug } from './pull-the-plug.ts'

test('after SIGKILL of server and database in the middle of work, everything acknowledged is there and the trail fits', async () => {
  const [round] = await pullThePlug({ rounds: 1, writers: 4, between: [1_500, 2_500] })
  assert.ok(round)
  assert.ok(round.signals > 5, `only ${round.signals} signals were acknowledged: nothing was tried`)
  assert.deepEqual(round.lost, [])
  assert.ok(round.fits, round.said)
})
