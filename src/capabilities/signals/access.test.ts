import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { organisationKinds, type PersonActor, type Role, roles } from '#platform/actor.ts'
import { mayFollowUp, mayHaveQueue, mayRecord, maySee, openTo, readersNow } from './access.ts'
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
  readersNow: 'coordinators',
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
  const signal = { ...aSignal, readersNow: 'care-coordinators' } as const
  assert.equal(maySee(someone({ roles: ['safety-coordinator'] }), signal), false)
  assert.equal(maySee(someone({ roles: ['care-coordinator'] }), signal), true)
})

test('a signal for one colleague is for that colleague, as long as they follow up signals', () => {
  const signal = { ...aSignal, readersNow: 'one-colleague', readerId: 'fenna' } as const
  assert.equal(maySee(someone({ roles: ['school-leader'] }), signal), true)
  assert.equal(maySee(someone({ roles: ['care-coordinator'], personId: 'other' }), signal), false)
  assert.equal(maySee(someone({ roles: ['teacher'] }), signal), false)
})

const nobody = { colleague: false, careCoordinator: false, coordinator: false }
const open = { state: 'new' } as const

test('a signal stays with whom the reporter chose for as long as there is one of them', () => {
  const everybody = { colleague: false, careCoordinator: true, coordinator: true }
  for (const readers of ['coordinators', 'care-coordinators'] as const) {
    assert.equal(readersNow({ ...open, readers }, everybody), readers)
  }
  const one = { ...open, readers: 'one-colleague' } as const
  assert.equal(readersNow(one, { ...everybody, colleague: true }), 'one-colleague')
})

test('a signal of which nobody is left goes to the care coordinators, without them to any coordinator', () => {
  const one = { ...open, readers: 'one-colleague' } as const
  assert.equal(
    readersNow(one, { ...nobody, careCoordinator: true, coordinator: true }),
    'care-coordinators',
  )
  assert.equal(readersNow(one, { ...nobody, coordinator: true }), 'coordinators')
  assert.equal(
    readersNow({ ...open, readers: 'care-coordinators' }, { ...nobody, coordinator: true }),
    'coordinators',
  )
  assert.equal(readersNow(one, nobody), 'nobody')
})

test('what is closed or withdrawn opens to nobody else', () => {
  for (const state of ['closed', 'withdrawn'] as const) {
    const signal = { state, readers: 'one-colleague' } as const
    assert.equal(readersNow(signal, { ...nobody, careCoordinator: true }), 'one-colleague')
  }
})

test('the reporter sees the signal but does not follow it up', () => {
  const reporter = someone({ personId: 'bram' })
  assert.equal(maySee(reporter, aSignal), true)
  assert.equal(mayFollowUp(reporter, aSignal), false)
})

test('a signal that was passed on is for the colleague it was passed to', () => {
  const signal = { ...aSignal, readersNow: 'care-coordinators', assignedTo: 'fenna' } as const
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
    readersNow: fc.constantFrom(...readerChoices, 'nobody' as const),
    readerId: fc.constantFrom(undefined, 'fenna', 'bram'),
    assignedTo: fc.constantFrom(undefined, 'fenna', 'ilse'),
  })
  fc.assert(
    fc.property(actor, signal, (change, given) => {
      const reader = someone(change)
      const readerId = given.readersNow === 'one-colleague' ? given.readerId : undefined
      const one = { ...given, readerId }
      const listed =
        mayHaveQueue(reader) &&
        (one.assignedTo === reader.personId ||
          one.readerId === reader.personId ||
          openTo(reader).some((open) => open === one.readersNow))
      assert.equal(mayFollowUp(reader, one), listed)
    }),
  )
})
