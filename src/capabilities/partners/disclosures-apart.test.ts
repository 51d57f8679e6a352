import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Net } from './a-net.ts'
import { aNetOfDisclosures, interleave } from './an-interleaving.ts'

let net: Net
before(async () => {
  net = await aNetOfDisclosures()
})
after(() => net?.close())

test('between two databases, in any order of delivering, answering, recalling, ending, losing and crashing: once, agreeing in states and trails, and no word after the end', async () => {
  const reached = await interleave(net, { runs: 14, seed: 20_261_130 })
  const all = [
    ...['delivered', 'accepted', 'returned', 'replied', 'declined', 'recalled', 'ended'],
    ...['recall-arrived', 'recall-answered', 'refused'],
  ]
  assert.deepEqual(
    all.filter((kind) => !reached.has(kind)),
    [],
  )
})
