import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from '#platform/clock.ts'
import { type Draft, emptyDraft, noticedOn, readiness } from './draft.ts'

const today = '2026-11-23'

const aDraft = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft,
  danger: 'no',
  about: 'pupil',
  subject: 'Noor Voorbeeld',
  narrative: 'Noor had ineens twee telefoons.',
  origin: 'own',
  readers: 'coordinators',
  ...change,
})

const pageOf = (draft: Draft) => {
  const ready = readiness(draft, today)
  return ready.ok ? 'ready' : ready.page
}

test('a draft without an answer about danger goes back to that question', () => {
  assert.equal(pageOf(aDraft({ danger: '' })), 'danger')
  assert.equal(pageOf(aDraft({ danger: 'maybe' })), 'danger')
})

test('a draft without a subject, a story or an origin goes back to that page', () => {
  assert.equal(pageOf(aDraft({ subject: '   ' })), 'what')
  assert.equal(pageOf(aDraft({ narrative: '' })), 'what')
  assert.equal(pageOf(aDraft({ origin: '' })), 'what')
})

test('one colleague may read it only when that colleague is named', () => {
  assert.equal(pageOf(aDraft({ readers: 'one-colleague' })), 'signals')
  assert.equal(pageOf(aDraft({ readers: 'one-colleague', readerId: 'x' })), 'ready')
})

test('a colleague who was chosen and then unchosen does not come along', () => {
  const ready = readiness(aDraft({ readers: 'coordinators', readerId: 'x' }), today)
  assert.ok(ready.ok)
  assert.equal(ready.signal.readerId, undefined)
})

test('from whom it was heard is dropped when it was seen by the reporter', () => {
  const ready = readiness(aDraft({ origin: 'own', heardFrom: 'Bram' }), today)
  assert.ok(ready.ok)
  assert.equal(ready.signal.words.heardFrom, '')
})

test('half a date, an impossible date and a date to come are told apart', () => {
  const because = (day: string, month: string, year: string) => {
    const read = noticedOn({ day, month, year }, today)
    return read.ok ? read.date : read.because
  }
  assert.equal(because('12', '', ''), 'date-incomplete')
  assert.equal(because('31', '2', '2026'), 'date-impossible')
  assert.equal(because('29', '2', '2025'), 'date-impossible')
  assert.equal(because('een', '2', '2025'), 'date-impossible')
  assert.equal(because('24', '11', '2026'), 'date-in-future')
  assert.equal(because('23', '11', '2026'), '2026-11-23')
  assert.equal(because('1', '2', '2026'), '2026-02-01')
  assert.equal(because('', '', ''), undefined)
})

test('every day that exists and has been is read as that day', () => {
  const day = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2026-11-23'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(day, (date) => {
      const plain = Temporal.PlainDate.from(date.toISOString().slice(0, 10))
      const read = noticedOn(
        { day: String(plain.day), month: String(plain.month), year: String(plain.year) },
        today,
      )
      assert.deepEqual(read, { ok: true, date: plain.toString() })
    }),
  )
})
