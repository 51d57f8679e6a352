import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseMemory, type Piece } from './case-memory.ts'

const pieces = (signs: number): Piece[] => [{ at: undefined, text: 'x'.repeat(signs), plain: '' }]

test('what was never kept, or changed since, is not recalled', () => {
  const memory = caseMemory(() => 0)
  assert.equal(memory.recall('one', '1'), undefined)
  memory.keep('one', '1', pieces(3))
  assert.equal(memory.recall('one', '2'), undefined)
  assert.equal(memory.recall('one', '1'), undefined, 'what is stale is forgotten')
})

test('one case never answers for another', () => {
  const memory = caseMemory(() => 0)
  memory.keep('school:one', '1', pieces(3))
  assert.equal(memory.recall('school:two', '1'), undefined)
  assert.equal(memory.recall('other:one', '1'), undefined)
})

test('what was used longest ago goes first', () => {
  const memory = caseMemory(() => 0, 10)
  memory.keep('one', '1', pieces(4))
  memory.keep('two', '1', pieces(4))
  assert.ok(memory.recall('one', '1'))
  memory.keep('three', '1', pieces(4))
  assert.equal(memory.recall('two', '1'), undefined)
  assert.ok(memory.recall('one', '1') && memory.recall('three', '1'))
})

test('after a quarter of an hour in which nobody looked, nothing is left', () => {
  let now = 0
  const memory = caseMemory(() => now)
  memory.keep('one', '1', pieces(4))
  now = 14 * 60_000
  assert.ok(memory.recall('one', '1'))
  now += 15 * 60_000
  assert.equal(memory.recall('one', '1'), undefined)
})

test('what nobody used is forgotten without a search, and what somebody used is not', () => {
  let now = 0
  const memory = caseMemory(() => now)
  memory.keep('idle', '1', pieces(4))
  now = 10 * 60_000
  memory.keep('used', '1', pieces(4))
  now = 15 * 60_000
  memory.tidy()
  // Back in time, so that recalling itself forgets nothing.
  now = 10 * 60_000
  assert.equal(memory.recall('idle', '1'), undefined)
  assert.ok(memory.recall('used', '1'))
})

test('a case that is larger than all memory is opened anew each time', () => {
  const memory = caseMemory(() => 0, 10)
  memory.keep('small', '1', pieces(4))
  memory.keep('large', '1', pieces(40))
  assert.equal(memory.recall('large', '1'), undefined)
})

test('whatever is kept and recalled, it never holds more than its bound and never what is stale', () => {
  const act = fc.record({
    keep: fc.boolean(),
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    changed: fc.constantFrom('1', '2'),
    signs: fc.nat(8),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const memory = caseMemory(() => 0, 12)
      const last = new Map<string, { changed: string; kept: Piece[] }>()
      for (const { keep, key, changed, signs } of acts) {
        if (keep) {
          const kept = pieces(signs)
          memory.keep(key, changed, kept)
          last.set(key, { changed, kept })
          continue
        }
        const found = memory.recall(key, changed)
        if (found) assert.deepEqual([last.get(key)?.changed, last.get(key)?.kept], [changed, found])
      }
      const held = [...last].flatMap(([key, { changed }]) => memory.recall(key, changed) ?? [])
      assert.ok(held.reduce((sum, { text }) => sum + text.length, 0) <= 12)
    }),
    { seed: 20_261_123 },
  )
})
