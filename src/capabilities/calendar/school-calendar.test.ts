import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { dutchDay } from '#platform/dates.ts'
import { easterSunday } from './days-off.ts'
import { loadDaysOff } from './load-days-off.ts'
import { schoolCalendarOf } from './school-calendar.ts'

const daysOff = loadDaysOff(readConfig({}).knowledgeFolder)
const day = (text: string) => Temporal.PlainDate.from(text)
const isFree = (text: string, closed: { from: string; until: string }[] = []) =>
  !schoolCalendarOf(daysOff, closed).isSchoolDay(day(text))

test('a weekend, a public holiday and Good Friday are no school days', () => {
  for (const free of ['2026-11-28', '2026-11-29', '2026-04-27', '2027-03-26', '2027-03-29']) {
    assert.ok(isFree(free), free)
  }
  assert.ok(!isFree('2026-11-27'))
})

test('the first and the last day of a closed period are free, the days around it are not', () => {
  const closed = [{ from: '2026-10-20', until: '2026-10-22' }]
  const free = ['19', '20', '21', '22', '23'].map((d) => isFree(`2026-10-${d}`, closed))
  assert.deepEqual(free, [false, true, true, true, false])
})

test('nought school days later is the same day, also on a Sunday', () => {
  const { addSchoolDays } = schoolCalendarOf(daysOff, [])
  assert.equal(addSchoolDays(day('2026-11-29'), 0).toString(), '2026-11-29')
  assert.equal(addSchoolDays(day('2026-11-29'), 1).toString(), '2026-11-30')
})

test('Easter is on the day that the tables give', () => {
  const known = { 2000: '04-23', 2008: '03-23', 2011: '04-24', 2024: '03-31', 2038: '04-25' }
  for (const [year, text] of Object.entries(known)) {
    assert.equal(easterSunday(Number(year)).toString(), `${year}-${text}`)
  }
})

/** Sunday after the first full moon of spring, by the tables of the church: another way than ours. */
function easterByMoon(year: number): string {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const solar = Math.floor((3 * century) / 4) - 12
  const lunar = Math.floor((8 * century + 5) / 25) - 5
  const sunday = Math.floor((5 * year) / 4) - solar - 10
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1
  let moon = 44 - epact
  if (moon < 21) moon += 30
  moon += 7 - ((sunday + moon) % 7)
  return new Date(Date.UTC(year, 2, moon)).toISOString().slice(0, 10)
}

/** Every free day of these years, written out one by one with the old calendar of JavaScript. */
function freeDays(years: number[], closed: readonly { from: string; until: string }[]) {
  const free = new Set<string>()
  for (const year of years) {
    for (const monthDay of ['01-01', '04-27', '05-05', '12-25', '12-26']) {
      free.add(`${year}-${monthDay}`)
    }
    const easter = Date.parse(`${easterByMoon(year)}T12:00:00Z`)
    for (const days of [-2, 1, 39, 50]) {
      free.add(new Date(easter + days * 86_400_000).toISOString().slice(0, 10))
    }
    for (let at = Date.UTC(year, 0, 1, 12); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      const date = new Date(at)
      const text = date.toISOString().slice(0, 10)
      const weekend = [0, 6].includes(date.getUTCDay())
      if (weekend || closed.some(({ from, until }) => text >= from && text <= until)) free.add(text)
    }
  }
  return free
}

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 91 }))
  .map(([from, days]) => ({ from, until: day(from).add({ days }).toString() }))

test('counting agrees with every day written out, for any calendar, at any hour, through summer time', () => {
  fc.assert(
    fc.property(
      fc.array(anyPeriod, { maxLength: 12 }),
      anyDay,
      fc.integer({ min: 0, max: 86_399 }),
      fc.integer({ min: 0, max: 40 }),
      (closed, date, second, count) => {
        const moment = day(date).toZonedDateTime(dutchTimeZone).add({ seconds: second }).toInstant()
        const start = day(dutchDay(moment))
        const [year] = date.split('-').map(Number) as [number]
        const free = freeDays([year, year + 1, year + 2, year + 3, year + 4], closed)
        let at = Date.parse(`${start}T12:00:00Z`)
        for (let left = count; left > 0; ) {
          at += 86_400_000
          if (!free.has(new Date(at).toISOString().slice(0, 10))) left -= 1
        }
        const counted = schoolCalendarOf(daysOff, closed).addSchoolDays(start, count)
        assert.equal(counted.toString(), new Date(at).toISOString().slice(0, 10))
      },
    ),
    { seed: 11, numRuns: 150 },
  )
})

test('a day more never ends earlier, and a holiday more never shortens a term', () => {
  fc.assert(
    fc.property(
      fc.array(anyPeriod, { maxLength: 6 }),
      anyPeriod,
      anyDay,
      fc.integer({ min: 0, max: 30 }),
      (closed, extra, date, count) => {
        const ends = (periods: typeof closed, days: number) =>
          schoolCalendarOf(daysOff, periods).addSchoolDays(day(date), days).toString()
        assert.ok(ends(closed, count) < ends(closed, count + 1))
        assert.ok(ends(closed, count) <= ends([...closed, extra], count))
      },
    ),
    { seed: 12, numRuns: 200 },
  )
})
