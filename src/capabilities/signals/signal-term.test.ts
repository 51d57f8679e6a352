import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { easterSunday } from './days-off.ts'
import { loadFirstLook } from './first-look.ts'
import { lookBefore } from './signal-term.ts'

const term = loadFirstLook(readConfig({}).knowledgeFolder)
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

test('a public holiday does not count', () => {
  // Thursday before Good Friday: Friday and Easter Monday are off.
  assert.equal(before('2027-03-25T10:00:00Z'), '2027-03-31')
  // Ascension Day 2027 is Thursday 6 May, a day after 5 May.
  assert.equal(before('2027-05-04T10:00:00Z'), '2027-05-10')
  assert.equal(before('2026-04-24T10:00:00Z'), '2026-04-29')
  assert.equal(before('2026-12-24T10:00:00Z'), '2026-12-29')
  assert.equal(before('2026-12-31T10:00:00Z'), '2027-01-05')
})

test('a school holiday does count, because we do not know when a school is closed', () => {
  assert.equal(before('2026-07-27T10:00:00Z'), '2026-07-29')
})

test('danger now asks for a look on the same day, holiday or not', () => {
  assert.equal(before('2026-12-25T10:00:00Z', true), '2026-12-25')
})

test('Easter is on the day that the tables give', () => {
  const known = { 2000: '04-23', 2008: '03-23', 2011: '04-24', 2024: '03-31', 2038: '04-25' }
  for (const [year, day] of Object.entries(known)) {
    assert.equal(easterSunday(Number(year)).toString(), `${year}-${day}`)
  }
})
