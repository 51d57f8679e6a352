import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadDaysOff, schoolCalendarOf } from '#capabilities/calendar/index.ts'
import { Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { loadFirstLook } from './first-look.ts'
import { lookBefore } from './signal-term.ts'

const { knowledgeFolder } = readConfig({})
const term = loadFirstLook(knowledgeFolder)
const summer = { from: '2026-07-18', until: '2026-08-30' }
const calendar = schoolCalendarOf(loadDaysOff(knowledgeFolder), [summer])
const before = (instant: string, danger = false) =>
  lookBefore(Temporal.Instant.from(instant), danger, term, calendar).toString()

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

test('a public holiday does not count', () => {
  // Thursday before Good Friday: Friday and Easter Monday are off.
  assert.equal(before('2027-03-25T10:00:00Z'), '2027-03-31')
  // Ascension Day 2027 is Thursday 6 May, a day after 5 May.
  assert.equal(before('2027-05-04T10:00:00Z'), '2027-05-10')
  assert.equal(before('2026-04-24T10:00:00Z'), '2026-04-29')
  assert.equal(before('2026-12-24T10:00:00Z'), '2026-12-29')
  assert.equal(before('2026-12-31T10:00:00Z'), '2027-01-05')
})

test('days on which the school said it is closed do not count', () => {
  assert.equal(before('2026-07-16T10:00:00Z'), '2026-08-31')
  assert.equal(before('2026-07-27T10:00:00Z'), '2026-09-01')
})

test('danger now asks for a look on the same day, holiday or not', () => {
  assert.equal(before('2026-12-25T10:00:00Z', true), '2026-12-25')
})
