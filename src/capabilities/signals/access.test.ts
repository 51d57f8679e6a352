import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { organisationKinds, type PersonActor, type Role, roles } from '#platform/actor.ts'
import { mayFollowUp, mayHaveQueue, mayRecord, maySee, openTo } from './access.ts'
import { readerChoices } from './signal.ts'

const someone = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'fenna',
  organisationId: 'school',
  organisationKind: 'secondary-school',
  roles: ['mentor'],
  ...change,
})

const aSignal = {
  reportedBy: 'bram',
  readers: 'coordinators',
  readerId: undefined,
  assignedTo: undefined,
} as const

test('a colleague who is neither the reporter nor chosen cannot see a signal', () => {
  for (const role of ['teacher', 'mentor', 'caretaker', 'school-leader'] as const) {
    assert.equal(maySee(someone({ roles: [role] }), aSignal), false)
  }
})

test('administrators, privacy officers, researchers and ministries record nothing and see nothing', () => {
  for (const role of [
    'administrator',
    'privacy-officer',
    'researcher',
    'programme-staff',
  ] as const) {
    const actor = someone({ roles: [role] })
    assert.equal(mayRecord(actor), false)
    assert.equal(mayHaveQueue(actor), false)
    assert.equal(maySee(actor, { ...aSignal, reportedBy: actor.personId }), false)
  }
})

test('the safety coordinator does not see what is for care coordinators only', () => {
  const signal = { ...aSignal, readers: 'care-coordinators' } as const
  assert.equal(maySee(someone({ roles: ['safety-coordinator'] }), signal), false)
  assert.equal(maySee(someone({ roles: ['care-coordinator'] }), signal), true)
})

test('a signal for one colleague is for that colleague, as long as they follow up signals', () => {
  const signal = { ...aSignal, readers: 'one-colleague', readerId: 'fenna' } as const
  assert.equal(maySee(someone({ roles: ['school-leader'] }), signal), true)
  assert.equal(maySee(someone({ roles: ['care-coordinator'], personId: 'other' }), signal), false)
  assert.equal(maySee(someone({ roles: ['teacher'] }), signal), false)
})

test('the reporter sees the signal but does not follow it up', () => {
  const reporter = someone({ personId: 'bram' })
  assert.equal(maySee(reporter, aSignal), true)
  assert.equal(mayFollowUp(reporter, aSignal), false)
})

test('a signal that was passed on is for the colleague it was passed to', () => {
  const signal = { ...aSignal, readers: 'care-coordinators', assignedTo: 'fenna' } as const
  assert.equal(mayFollowUp(someone({ roles: ['safety-coordinator'] }), signal), true)
  assert.equal(mayFollowUp(someone({ roles: ['mentor'] }), signal), false)
})

test('police and prosecution do not record in the school flow', () => {
  for (const kind of ['police', 'prosecution', 'ministry', 'research-institute'] as const) {
    assert.equal(mayRecord(someone({ organisationKind: kind, roles: [...roles] as Role[] })), false)
  }
})

test('the rule for a list and the rule for one signal never differ', () => {
  const actor = fc.record({
    personId: fc.constantFrom('fenna', 'bram', 'ilse'),
    roles: fc.subarray([...roles]),
    organisationKind: fc.constantFrom(...organisationKinds),
  })
  const signal = fc.record({
    reportedBy: fc.constant('somebody-else'),
    readers: fc.constantFrom(...readerChoices),
    readerId: fc.constantFrom(undefined, 'fenna', 'bram'),
    assignedTo: fc.constantFrom(undefined, 'fenna', 'ilse'),
  })
  fc.assert(
    fc.property(actor, signal, (change, given) => {
      const reader = someone(change)
      const readerId = given.readers === 'one-colleague' ? given.readerId : undefined
      const one = { ...given, readerId }
      const listed =
        mayHaveQueue(reader) &&
        (one.assignedTo === reader.personId ||
          one.readerId === reader.personId ||
          openTo(reader).includes(one.readers))
      assert.equal(mayFollowUp(reader, one), listed)
    }),
  )
})
