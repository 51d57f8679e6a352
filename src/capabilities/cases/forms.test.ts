import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import { contactWays, type NewEntry, origins, type WritableKind } from './entry.ts'
import { readActForm, readEntryForm, typedFromEntry, typedFromIdentity } from './forms.ts'
import { wordsOf } from './write-entry.ts'

const kinds: readonly WritableKind[] = ['fact', 'interpretation', 'decision', 'contact']

test('an empty form says what is missing beside each field, by kind', () => {
  const missing = (kind: WritableKind) => {
    const form = readEntryForm(kind, {})
    return form.ok ? {} : form.errors
  }
  assert.deepEqual(Object.keys(missing('fact')).toSorted(), ['origin', 'source', 'text'])
  assert.deepEqual(Object.keys(missing('interpretation')).toSorted(), ['innocent', 'text'])
  assert.deepEqual(Object.keys(missing('decision')).toSorted(), ['not', 'reasons', 'text'])
  assert.deepEqual(Object.keys(missing('contact')).toSorted(), ['how', 'text', 'withWhom'])
})

test('half a date is wrong beside what else is wrong, and everything typed comes back', () => {
  const typed = { text: 'Gezien.', source: '', 'on-day': '31', 'on-month': '', 'on-year': '2026' }
  const form = readEntryForm('fact', typed)
  assert.ok(!form.ok)
  assert.deepEqual(form.errors, {
    on: 'date-incomplete',
    source: 'source-missing',
    origin: 'choose-origin',
  })
  assert.deepEqual(form.typed, typed)
})

test('a role without what speaks against it is not read, and a case that ends needs what was told', () => {
  const role = readActForm.role({ role: 'accused', source: 'x', evidence: 'y', against: ' ' })
  assert.deepEqual(!role.ok && role.errors, { from: 'date-missing', against: 'against-missing' })
  const close = readActForm.close({ outcome: 'explained', words: 'Klaar.' })
  assert.ok(!close.ok && 'told' in close.errors)
})

test('a colleague who is no number of anybody is not a choice', () => {
  for (const colleague of ['', 'Milan', `${newId()}x`]) {
    const form = readActForm.handOver({ colleague, reason: 'Waarom.' })
    assert.deepEqual(!form.ok && form.errors, { colleague: 'choose-colleague' })
  }
})

const sentence = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const aDay = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const when = { moment: sentence, happenedOn: fc.option(aDay, { nil: undefined }) }
const oneLine = sentence.filter((text) => !/[\n\r]/.test(text))
const anEntry: fc.Arbitrary<NewEntry> = fc.oneof(
  fc.record({
    kind: fc.constant('fact' as const),
    text: sentence,
    source: sentence,
    origin: fc.constantFrom(...origins),
    ...when,
  }),
  fc.record({
    kind: fc.constant('interpretation' as const),
    text: sentence,
    innocent: fc.array(oneLine, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('decision' as const),
    text: sentence,
    reasons: sentence,
    not: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('contact' as const),
    text: sentence,
    withWhom: sentence,
    how: fc.constantFrom(...contactWays),
    ...when,
  }),
)

test('an entry that is put in its form and read from it again is the same entry', () => {
  const met = new Set<WritableKind>()
  fc.assert(
    fc.property(anEntry, (entry) => {
      met.add(entry.kind)
      const typed = typedFromEntry(entry.kind, {
        words: wordsOf(entry),
        happenedOn: entry.happenedOn,
        origin: entry.kind === 'fact' ? entry.origin : null,
        not: entry.kind === 'decision' && entry.not,
      })
      const read = readEntryForm(entry.kind, typed)
      assert.ok(read.ok, JSON.stringify(read))
      assert.deepEqual(wordsOf(read.value), wordsOf(entry))
      assert.equal(read.value.happenedOn, entry.happenedOn)
      if (read.value.kind === 'decision' && entry.kind === 'decision') {
        assert.equal(read.value.not, entry.not)
      }
    }),
    { seed: 20_261_123 },
  )
  assert.deepEqual([...met].toSorted(), kinds.toSorted())
})

test('who it is about comes out of its form as it went in, with and without a day of birth', () => {
  for (const born of ['', '2011-05-04']) {
    const identity = { name: 'Noor', group: '3B', number: '4411', born, contacts: 'Mies' }
    const read = readActForm.identity({ ...typedFromIdentity(identity), version: '3' })
    assert.ok(read.ok)
    assert.deepEqual(read.value, { ...identity, version: 3 })
  }
})
