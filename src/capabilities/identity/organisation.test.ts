import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organisationKinds, roles } from '#platform/actor.ts'
import { mayHold, rolesOf } from './organisation.ts'

test('a school has no prosecutor', () => {
  assert.equal(mayHold('secondary-school', ['teacher', 'youth-prosecutor']), false)
})

test('nobody works somewhere without a role', () => {
  assert.equal(mayHold('police', []), false)
})

test('every organisation has somebody for privacy and somebody for the list of people', () => {
  for (const kind of organisationKinds) {
    assert.equal(mayHold(kind, ['privacy-officer', 'administrator']), true, kind)
  }
})

test('every role belongs to some organisation', () => {
  const held = new Set(organisationKinds.flatMap(rolesOf))
  assert.deepEqual([...held].sort(), [...roles].sort())
})
