import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { boundsOf, spans } from './read-day.ts'
import { lastDayOf, lastMomentOf } from './until.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const instant = (text: string) => Temporal.Instant.from(text)

test('access until a day that is over is refused, until today it is not', () => {
  const now = instant('2026-11-23T10:00:00Z')
  assert.throws(
    () => lastMomentOf('2026-11-22', now),
    (error) => error instanceof Refusal && error.because === 'already-over',
  )
  assert.equal(lastMomentOf('2026-11-23', now), '2026-11-23T23:00:00Z')
})

test('shortly before midnight in Amsterdam it is not tomorrow yet, whatever a server abroad thinks', () => {
  assert.equal(lastMomentOf('2026-11-23', instant('2026-11-23T22:59:59Z')), '2026-11-23T23:00:00Z')
  assert.throws(() => lastMomentOf('2026-11-23', instant('2026-11-23T23:00:00Z')))
})

test('a day of 23 and a day of 25 hours both end at midnight on a Dutch clock', () => {
  const now = instant('2026-03-01T10:00:00Z')
  assert.equal(lastMomentOf('2026-03-28', now), '2026-03-28T23:00:00Z')
  assert.equal(lastMomentOf('2026-03-29', now), '2026-03-29T22:00:00Z')
  assert.equal(lastMomentOf('2026-10-24', now), '2026-10-24T22:00:00Z')
  assert.equal(lastMomentOf('2026-10-25', now), '2026-10-25T23:00:00Z')
})

test('access until a day holds during that whole day and not a moment longer', () => {
  const days = fc.integer({ min: 0, max: 4_000 })
  fc.assert(
    fc.property(days, days, (from, more) => {
      const today = day('2026-01-01').add({ days: from })
      const last = today.add({ days: more })
      const now = today.toZonedDateTime({ timeZone: dutchTimeZone, plainTime: '12:00' }).toInstant()
      const end = instant(lastMomentOf(last.toString(), now))
      assert.equal(dutchDay(end), last.add({ days: 1 }).toString())
      assert.equal(lastDayOf(end.toString()), last.toString())
    }),
    { seed: 20_261_123 },
  )
})

test('the week ends with its Sunday: on a Sunday nothing of it is left', () => {
  const sunday = day('2026-11-29')
  assert.deepEqual(boundsOf('today', sunday), { from: undefined, until: '2026-11-29' })
  assert.deepEqual(boundsOf('week', sunday), { from: '2026-11-30', until: '2026-11-29' })
  assert.deepEqual(boundsOf('later', sunday).from, '2026-11-30')
  assert.deepEqual(boundsOf('week', day('2026-11-30')), { from: '2026-12-01', until: '2026-12-06' })
})

test('today, this week and later hold every day once, and today what is late as well', () => {
  const offset = fc.integer({ min: -400, max: 700 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), offset, (from, days) => {
      const today = day('2026-01-01').add({ days: from })
      const due = today.add({ days }).toString()
      const holding = spans.filter((span) => {
        const bounds = boundsOf(span, today)
        return (bounds.from ?? '') <= due && due <= bounds.until
      })
      assert.equal(holding.length, 1, due)
      assert.equal(holding[0] === 'today', days <= 0)
    }),
    { seed: 20_261_123 },
  )
})
