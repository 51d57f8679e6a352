import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadDaysOff, schoolCalendarOf } from '#capabilities/calendar/index.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { dutchDay } from '#platform/dates.ts'
import { dueOf } from './due.ts'
import { noChanges, protocolOf } from './edition.ts'
import type { Term } from './protocol.ts'
import { loadProtocols } from './read-protocols.ts'
import { drillMinutes, dueDay } from './term.ts'

const { knowledgeFolder } = readConfig({})
const daysOff = loadDaysOff(knowledgeFolder)
const { example } = loadProtocols(knowledgeFolder, loadKnowledge(knowledgeFolder))
const workingDays = schoolCalendarOf(daysOff, [])
const autumn = { from: '2026-10-17', until: '2026-10-25' }
const calendars = { schoolDays: schoolCalendarOf(daysOff, [autumn]), workingDays }

test('a school holiday stops school days and not working days', () => {
  const due = (unit: 'school-days' | 'working-days') =>
    dueDay({ unit, count: 2 }, '2026-10-16', calendars)
  assert.equal(due('school-days'), '2026-10-27')
  assert.equal(due('working-days'), '2026-10-20')
})

test('the term of a law skips weekends and nothing else, so it is never later than the law', () => {
  const due = (from: string, law: boolean) =>
    dueDay({ unit: 'working-days', count: 5, law }, from, calendars)
  // Good Friday is 3 April, Easter Monday 6 April.
  assert.deepEqual(
    [due('2026-03-30', true), due('2026-03-30', false)],
    ['2026-04-06', '2026-04-08'],
  )
  assert.deepEqual(
    [due('2026-04-30', true), due('2026-04-30', false)],
    ['2026-05-07', '2026-05-08'],
  )
  assert.equal(due('2026-11-20', true), due('2026-11-20', false))
})

test('at once and the same day are today, also on a Sunday', () => {
  for (const unit of ['immediate', 'same-day'] as const) {
    assert.equal(dueDay({ unit }, '2026-11-29', calendars), '2026-11-29')
  }
})

test('after the immediate route a term from the beginning counts from when the run went on, that of a law does not', () => {
  const [first] = protocolOf({ example, changes: noChanges }).steps
  assert.ok(first)
  const noon = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`)
  const due = (law: boolean, minutesPerDay?: number) => {
    const term: Term = { unit: 'weeks', count: 1, from: 'start', law, mark: 'own', sources: [] }
    return dueOf(
      {
        step: { ...first, term },
        standing: { id: first.id, state: 'open', round: 1 },
        answers: {},
        now: noon('2026-12-09'),
      },
      {
        countsFrom: '2026-11-20',
        startedAt: noon('2026-11-23'),
        resumedAt: noon('2026-12-07'),
        minutesPerDay,
        calendars,
      },
    ).on
  }
  assert.deepEqual([due(false), due(true)], ['2026-12-14', '2026-11-27'])
  assert.deepEqual([due(false, 1), due(true, 1)], ['2026-12-07', '2026-11-23'])
})

test('weeks and days of the calendar count everything', () => {
  assert.equal(dueDay({ unit: 'weeks', count: 6 }, '2026-10-16', calendars), '2026-11-27')
  assert.equal(dueDay({ unit: 'calendar-days', count: 3 }, '2026-12-30', calendars), '2027-01-02')
})

test('in a drill a day lasts as long as was chosen', () => {
  assert.equal(drillMinutes({ unit: 'school-days', count: 2 }, 5), 10)
  assert.equal(drillMinutes({ unit: 'weeks', count: 6 }, 1), 30)
  assert.equal(drillMinutes({ unit: 'same-day' }, 2), 2)
  assert.equal(drillMinutes({ unit: 'immediate' }, 2), 0.5)
})

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const dayMs = 86_400_000

test('a term agrees with walking the days one by one, for any holidays and at any hour of any day', () => {
  const anyDay = fc
    .integer({ min: 0, max: 2_500 })
    .map((days) => isoDay(Date.UTC(2025, 0, 1) + days * dayMs))
  const anyPeriod = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 60 }))
    .map(([from, days]) => ({ from, until: isoDay(Date.parse(from) + days * dayMs) }))
  fc.assert(
    fc.property(
      fc.array(anyPeriod, { maxLength: 10 }),
      anyDay,
      fc.integer({ min: 0, max: 86_399 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('school-days', 'working-days', 'calendar-days', 'weeks'),
      (closed, date, second, count, unit) => {
        const schoolDays = schoolCalendarOf(daysOff, closed)
        const begun = Temporal.PlainDate.from(date)
          .toZonedDateTime(dutchTimeZone)
          .add({ seconds: second })
        const from = dutchDay(begun.toInstant())
        const free = (day: string) => {
          const plain = Temporal.PlainDate.from(day)
          if (unit === 'working-days') return !workingDays.isSchoolDay(plain)
          const off = closed.some((one) => one.from <= day && day <= one.until)
          return off || !workingDays.isSchoolDay(plain)
        }
        let at = Date.parse(`${from}T12:00:00Z`)
        if (unit === 'weeks' || unit === 'calendar-days') {
          at += count * (unit === 'weeks' ? 7 : 1) * dayMs
        } else {
          for (let left = count; left > 0; ) {
            at += dayMs
            if (!free(isoDay(at))) left -= 1
          }
        }
        assert.equal(dueDay({ unit, count }, from, { schoolDays, workingDays }), isoDay(at))
      },
    ),
    { seed: 31, numRuns: 300 },
  )
})
