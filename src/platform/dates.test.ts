import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from './clock.ts'
import { dutchDay, fullDay, isoInstant, moment, nearDay } from './dates.ts'

test('moments are told on a Dutch clock, in summer and in winter', () => {
  assert.equal(moment('nl', '2026-11-24 15:10:00+00'), '24 november 2026 om 16:10')
  assert.equal(moment('nl', '2026-07-01 15:10:00.123456+00'), '1 juli 2026 om 17:10')
  assert.equal(moment('en', '2026-11-24T15:10:00Z'), '24 November 2026 at 16:10')
})

test('days are told without a clock', () => {
  assert.equal(nearDay('nl', '2026-11-25'), 'woensdag 25 november')
  assert.equal(fullDay('en', '2026-11-25'), '25 November 2026')
})

test('the Dutch day changes at Dutch midnight', () => {
  assert.equal(dutchDay(Temporal.Instant.from('2026-11-23T22:59:59Z')), '2026-11-23')
  assert.equal(dutchDay(Temporal.Instant.from('2026-11-23T23:00:00Z')), '2026-11-24')
})

test('an instant as PostgreSQL writes it is read to the microsecond', () => {
  const instant = Temporal.Instant.from(isoInstant('2026-11-25 15:10:00.123456+00'))
  assert.equal(instant.toString(), '2026-11-25T15:10:00.123456Z')
})
