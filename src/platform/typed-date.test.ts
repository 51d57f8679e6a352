import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysInMonth, typedDate } from './typed-date.ts'

const read = (day: string, month: string, year: string) => {
  const typed = typedDate({ day, month, year })
  return typed.ok ? typed.date : typed.because
}

test('half a date is not a date, nor is a day that never comes', () => {
  assert.equal(read('', '11', '2026'), 'date-incomplete')
  assert.equal(read('31', '2', '2026'), 'date-impossible')
  assert.equal(read('1', 'mei', '2026'), 'date-impossible')
  assert.equal(read('1', '5', '26'), 'date-impossible')
})

test('a date is read as it is typed, and nothing typed is no date', () => {
  assert.equal(read('', ' ', ''), undefined)
  assert.equal(read(' 3', '2', '2027 '), '2027-02-03')
  assert.equal(read('29', '2', '2028'), '2028-02-29')
})

test('a month has as many days as it has', () => {
  assert.deepEqual(
    [daysInMonth(2028, 2), daysInMonth(2027, 2), daysInMonth(2026, 12)],
    [29, 28, 31],
  )
})
