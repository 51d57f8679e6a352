import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { afterTry, isTooLate } from './patience.ts'

test('a pause grows with every try that settled nothing, and begins anew when something did', () => {
  const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
  const minutes = (settled: number, attempts: number) => {
    const { dueAt } = afterTry({ settled, error: 'not-reached' }, attempts, now)
    return Temporal.Instant.from(dueAt ?? '')
      .since(now)
      .total('minutes')
  }
  assert.deepEqual(
    [0, 1, 2, 3, 4, 40].map((attempts) => minutes(0, attempts)),
    [1, 5, 15, 60, 240, 240],
  )
  assert.equal(minutes(3, 4), 1)
  assert.equal(afterTry({ settled: 1, error: undefined }, 4, now).dueAt, null)
  assert.equal(isTooLate('2026-11-20T10:00:01Z', now), false)
  assert.equal(isTooLate('2026-11-20T10:00:00Z', now), true)
  assert.equal(isTooLate(undefined, now), false)
})
