import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFits, waiting } from './waiting.ts'

const days = {
  proposedOn: '2026-03-27',
  agreedOn: undefined,
  startedOn: undefined,
  stoppedOn: undefined,
}

test('a proposal waits until today', () => {
  assert.deepEqual(waiting(days, '2026-03-30'), {
    untilAgreed: { days: 3, goesOn: true },
    untilStarted: undefined,
  })
})

test('days are counted over daylight saving and a leap day as a calendar does', () => {
  assert.equal(waiting({ ...days, agreedOn: '2026-03-31' }, '2026-12-01').untilAgreed.days, 4)
  const leap = { ...days, proposedOn: '2028-02-28', agreedOn: '2028-03-01' }
  assert.equal(waiting(leap, '2028-12-01').untilAgreed.days, 2)
})

test('after an agreement the wait until the beginning goes on', () => {
  const agreed = { ...days, agreedOn: '2026-04-01' }
  assert.deepEqual(waiting(agreed, '2026-05-01'), {
    untilAgreed: { days: 5, goesOn: false },
    untilStarted: { days: 30, goesOn: true },
  })
  const started = { ...agreed, startedOn: '2026-04-10' }
  assert.deepEqual(waiting(started, '2026-05-01').untilStarted, { days: 9, goesOn: false })
})

test('nobody waits any more for what stopped', () => {
  const stopped = waiting({ ...days, stoppedOn: '2026-04-02' }, '2027-01-01')
  assert.deepEqual(stopped.untilAgreed, { days: 6, goesOn: false })
})

test('a step has been, and comes after the one before', () => {
  assert.deepEqual(dayFits('2026-05-02', '2026-04-01', '2026-05-01'), {
    ok: false,
    because: 'date-in-future',
  })
  assert.deepEqual(dayFits('2026-03-31', '2026-04-01', '2026-05-01'), {
    ok: false,
    because: 'date-too-early',
  })
  assert.deepEqual(dayFits('2026-04-01', '2026-04-01', '2026-05-01'), { ok: true })
})
