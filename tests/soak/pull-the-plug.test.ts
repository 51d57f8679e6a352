import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pullThePlug } from './pull-the-plug.ts'

test('after SIGKILL of server and database in the middle of work, everything acknowledged is there once, nothing is there in part, and the trail fits', async () => {
  // What goes between organisations takes its time: that is for `npm run soak`.
  const writers = { signals: 1, cases: 1, between: false }
  const [round] = await pullThePlug({ rounds: 1, writers, between: [0, 1_000] })
  assert.ok(round)
  const { drafts: _, ...acknowledged } = round.acknowledged
  for (const [what, count] of Object.entries(acknowledged)) {
    assert.ok(count > 0, `no ${what} were acknowledged: nothing was tried`)
  }
  assert.deepEqual(round.findings, [])
  assert.ok(round.fits, round.said)
})
