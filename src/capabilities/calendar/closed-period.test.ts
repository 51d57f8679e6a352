import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fits, type Period } from './closed-period.ts'

const today = '2026-11-23'
const autumn = { from: '2026-10-17', until: '2026-10-25' }
const said = (period: Period, others: readonly Period[] = [autumn]) => {
  const fit = fits(period, { others, today })
  return fit.ok ? 'fits' : `${fit.field}: ${fit.because}`
}

test('the last day cannot come before the first', () => {
  assert.equal(said({ from: '2027-03-02', until: '2027-03-01' }), 'until: ends-before-it-begins')
  assert.equal(said({ from: '2027-03-01', until: '2027-03-01' }), 'fits')
})

test('a period of more than three months is a slip of the pen', () => {
  assert.equal(said({ from: '2027-05-01', until: '2027-08-01' }), 'until: period-too-long')
  assert.equal(said({ from: '2027-05-01', until: '2027-07-31' }), 'fits')
})

test('a year that is mistyped is too far away', () => {
  assert.equal(said({ from: '2062-07-01', until: '2062-07-31' }), 'from: too-far-away')
  assert.equal(said({ from: '2015-07-01', until: '2015-07-31' }), 'from: too-far-away')
  assert.equal(said({ from: '2025-10-25', until: '2025-10-25' }), 'fits')
})

test('a day that is free already cannot be made free again; the day after can', () => {
  for (const [from, until] of [
    ['2026-10-10', '2026-10-17'],
    ['2026-10-25', '2026-10-30'],
    ['2026-10-18', '2026-10-19'],
    ['2026-10-01', '2026-11-01'],
  ] as const) {
    assert.equal(said({ from, until }), 'from: overlaps', from)
  }
  assert.equal(said({ from: '2026-10-26', until: '2026-10-26' }), 'fits')
})

test('there is an end to how many there can be', () => {
  const many = Array.from({ length: 120 }, () => autumn)
  assert.equal(said({ from: '2027-03-01', until: '2027-03-01' }, many), 'from: too-many-periods')
})
