import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anEntry, anId, organisation } from './a-trail.ts'
import { encodeEntry, TrailEntry } from './trail-entry.ts'

const isEntry = (value: unknown): boolean => TrailEntry.safeParse(value).success

test('a sentence, a line break or a nested thing does not get into the details', () => {
  for (const value of [
    'geld gezien',
    'a\nb',
    '',
    'x'.repeat(101),
    'é',
    { deep: 1 },
    [1],
    null,
    1.5,
    2 ** 53,
  ]) {
    assert.equal(isEntry({ ...anEntry(1), details: { value } }), false, JSON.stringify(value))
  }
  assert.equal(isEntry({ ...anEntry(1), details: { 'two words': 1 } }), false)
})

test('a field too many, too few or in another form makes it no entry', () => {
  const { request: _, ...without } = anEntry(1)
  assert.equal(isEntry(without), false)
  assert.equal(isEntry({ ...anEntry(1), note: 'x' }), false)
  assert.equal(isEntry(anEntry(1, { act: 'record' })), false)
  assert.equal(isEntry(anEntry(1, { recordedAt: '2026-09-01T08:30:00.000Z' })), false)
  assert.equal(isEntry(anEntry(1, { recordedAt: '2026-09-01T10:30:00.000000+02:00' })), false)
  assert.equal(isEntry(anEntry(1, { id: anId(10).toUpperCase() })), false)
  const actor = { kind: 'person', id: anId(1), organisation, roles: ['teacher', 'mentor'] } as const
  assert.equal(isEntry(anEntry(1, { actor: { ...actor, roles: ['teacher', 'mentor'] } })), false)
})

test('the bytes of an entry are these and no others', () => {
  assert.equal(
    encodeEntry(anEntry(1)).toString(),
    '{"act":"signal.record",' +
      '"actor":{"id":"01990000-0000-7000-9000-0000000dbba0","kind":"person",' +
      '"organisation":"01990000-0000-7000-8000-000000000001","roles":["mentor","teacher"]},' +
      '"details":{"observers":1,"own-observation":true,"signal":"MON-01"},' +
      '"format":"oogmerk-trail-entry/1",' +
      '"id":"01990000-0000-7000-9000-000000000001",' +
      '"organisation":"01990000-0000-7000-8000-000000000001",' +
      '"purpose":"recognise-exploitation",' +
      '"recordedAt":"2026-09-01T08:30:01.000250Z",' +
      '"request":"01990000-0000-7000-9000-0000000aae61",' +
      '"subject":"01990000-0000-7000-9000-0000000c3501"}',
  )
})

/** RFC 8785 for what an entry can hold, written from the standard and not from our encoder. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}

test('the bytes are the canonical JSON of RFC 8785, in whatever order fields were set', () => {
  const details = fc.dictionary(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/),
    fc.oneof(fc.stringMatching(/^[!-~]{1,12}$/), fc.maxSafeInteger(), fc.boolean()),
    { maxKeys: 6 },
  )
  fc.assert(
    fc.property(details, (some) => {
      const entry = anEntry(1, { details: some })
      const turned = anEntry(1, { details: Object.fromEntries(Object.entries(some).reverse()) })
      const backwards = Object.fromEntries(Object.entries(turned).reverse()) as TrailEntry
      assert.equal(encodeEntry(entry).toString(), canonical(entry))
      assert.deepEqual(encodeEntry(backwards), encodeEntry(entry))
    }),
  )
})

test('nothing is lost in the bytes, so no two entries share them', () => {
  const entry = anEntry(1, { subject: null, details: { a: -0, b: '"\\' } })
  const read = TrailEntry.parse(JSON.parse(encodeEntry(entry).toString()))
  assert.deepEqual(read, { ...entry, details: { a: 0, b: '"\\' } })
})
