import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#platform/clock.ts'
import { readArrest, readNote } from './forms.ts'
import { momentField } from './page-parts.ts'
import { comesTwice, momentFields, momentIn } from './typed-moment.ts'

const at = (text: string) => Temporal.Instant.from(text)
/** Summer time ends on 25 October 2026 at 01:00 UTC: 02:30 comes at 00:30 and at 01:30. */
const [first, second] = [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')]
const now = at('2026-11-23T08:00:00Z')
const typed = (day: string, time: string, turn?: string) => ({
  'at-day': day.slice(8),
  'at-month': day.slice(5, 7),
  'at-year': day.slice(0, 4),
  'at-time': time,
  ...(turn ? { 'at-turn': turn } : {}),
})
const read = (fields: object) => {
  const answer = momentIn(fields as Parameters<typeof momentIn>[0], 'at')
  return 'errors' in answer ? answer.errors : answer.value?.toString()
}

test('an hour that did not exist is refused, and never becomes another', () => {
  assert.deepEqual(read(typed('2026-03-29', '02:30')), { at: 'hour-skipped' })
  assert.equal(read(typed('2026-03-29', '01:59')), '2026-03-29T00:59:00Z')
  assert.equal(read(typed('2026-03-29', '03:00')), '2026-03-29T01:00:00Z')
})

test('of an hour that comes twice is asked which, and what was chosen counts', () => {
  assert.deepEqual(read(typed('2026-10-25', '02:30')), { 'at-turn': 'hour-twice' })
  assert.equal(read(typed('2026-10-25', '02:30', 'first')), first.toString())
  assert.equal(read(typed('2026-10-25', '02:30', 'second')), second.toString())
  assert.equal(read(typed('2026-10-25', '03:00')), '2026-10-25T02:00:00Z')
  // Chosen, and then the time was changed: nothing is left of it.
  assert.equal(read(typed('2026-10-25', '04:00', 'second')), '2026-10-25T03:00:00Z')
})

test('a moment that is filled in and sent back is the same moment, every half hour of both nights', () => {
  for (const night of ['2026-10-24T22:00:00Z', '2026-03-28T22:00:00Z']) {
    for (let half = 0; half < 16; half += 1) {
      const instant = at(night).add({ minutes: 30 * half })
      assert.equal(read(momentFields('at', instant)), instant.toString())
    }
  }
})

test('which of the two is asked on the page when it comes twice, and only then', () => {
  const field = (fields: ReturnType<typeof typed>) =>
    String(momentField('nl', { name: 'at', label: 'Wanneer?', typed: fields, wrong: {} }))
  assert.match(field(typed('2026-10-25', '02:30')), /name="at-turn"[^>]*value="second"/)
  assert.match(field(typed('2026-10-25', '02:30', 'second')), /value="second" checked/)
  assert.doesNotMatch(field(typed('2026-10-25', '03:00', 'second')), /at-turn/)
  assert.equal(comesTwice(typed('2026-03-29', '02:30'), 'at'), false)
})

test('correcting a name leaves the moment of the arrest where it was', () => {
  const form = { ...momentFields('at', second), offence: 'unknown', name: 'Noor Nieuw' }
  const arrest = readArrest(form, [], now)
  assert.equal('value' in arrest && arrest.value.arrestedAt.toString(), second.toString())
})

test('questioned over the change of the clock: the end comes after the beginning, as it did', () => {
  const choices = {} as Parameters<typeof readNote>[2]
  const form = {
    ...momentFields('at', at('2026-10-25T00:40:00Z')),
    ...momentFields('until', at('2026-10-25T01:10:00Z')),
  }
  const note = readNote('questioning', form, choices, now)
  assert.equal('value' in note && note.value.until?.toString(), '2026-10-25T01:10:00Z')
  const unsaid = { ...form, 'until-turn': '' }
  assert.deepEqual(readNote('questioning', unsaid, choices, now), {
    errors: { 'until-turn': 'hour-twice' },
  })
})
