import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { lookBefore } from './signal-term.ts'

const term = { schoolDays: 2, schoolDaysWithDanger: 0 }
const before = (instant: string, danger = false) =>
  lookBefore(Temporal.Instant.from(instant), danger, term).toString()

test('two school days after a Monday is the Wednesday', () => {
  assert.equal(before('2026-11-23T10:00:00Z'), '2026-11-25')
})

test('a weekend does not count', () => {
  assert.equal(before('2026-11-26T10:00:00Z'), '2026-11-30')
  assert.equal(before('2026-11-28T10:00:00Z'), '2026-12-01')
})

test('the day is the one on a Dutch clock: half past midnight is already tomorrow', () => {
  assert.equal(before('2026-11-23T22:30:00Z'), '2026-11-25')
  assert.equal(before('2026-11-23T23:30:00Z'), '2026-11-26')
})

test('daylight saving does not move the day', () => {
  assert.equal(before('2026-03-27T22:59:00Z'), '2026-03-31')
  assert.equal(before('2026-10-23T21:59:00Z'), '2026-10-27')
})

test('danger now asks for a look on the same day', () => {
  assert.equal(before('2026-11-23T10:00:00Z', true), '2026-11-23')
})
