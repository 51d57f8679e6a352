import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { type Attempt, afterAttempt, isTooLate } from './delivery.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
const failed: Attempt = { kind: 'failed', code: 'esocket', away: true }
const fresh = { createdAt: now, attempts: 0, lastError: null }
const minutesUntil = (dueAt: string | null): number =>
  dueAt === null ? Number.NaN : Temporal.Instant.from(dueAt).since(now).total('minutes')

test('what cannot arrive is given up at once, with the reason as a code', () => {
  const standing = afterAttempt(fresh, { kind: 'undeliverable', code: 'no-address' }, now)
  assert.deepEqual(standing, {
    attempts: 1,
    sentAt: null,
    gaveUpAt: now.toString(),
    dueAt: null,
    lastError: 'no-address',
  })
})

test('a failure that would be tried after the term is the last one', () => {
  const old = { ...fresh, createdAt: now.subtract({ hours: 69 }), attempts: 9 }
  const standing = afterAttempt(old, failed, now)
  assert.equal(standing.gaveUpAt, now.toString())
  assert.equal(standing.dueAt, null)
})

test('the pauses grow, and the last one goes on', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6].map((attempts) =>
    minutesUntil(afterAttempt({ ...fresh, attempts }, failed, now).dueAt),
  )
  assert.deepEqual(pauses, [1, 5, 15, 60, 240, 240, 240])
})

test('a message that was not tried keeps its count and its last error', () => {
  const tried = { ...fresh, attempts: 2, lastError: 'esocket' }
  const standing = afterAttempt(tried, { kind: 'left' }, now)
  assert.equal(standing.attempts, 2)
  assert.equal(standing.lastError, 'esocket')
  assert.equal(minutesUntil(standing.dueAt), 1)
})

test('what was sent is never due again', () => {
  const standing = afterAttempt(fresh, { kind: 'sent' }, now)
  assert.equal(standing.sentAt, now.toString())
  assert.equal(standing.dueAt, null)
  assert.equal(standing.gaveUpAt, null)
})

test('news of three days ago is no news', () => {
  assert.equal(isTooLate(now.subtract({ hours: 72 }), now), true)
  assert.equal(isTooLate(now.subtract({ hours: 71, minutes: 59 }), now), false)
})
