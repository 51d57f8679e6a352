import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkClaims, profileFrom, rolesAtFirstSight } from './provider.ts'

const provider = {
  homeClaim: 'schac_home_organization',
  homeValue: 'voorbeeldcollege.example',
  affiliationClaim: 'eduperson_affiliation',
  admits: 'staff',
} as const
const home = { schac_home_organization: 'voorbeeldcollege.example' }

test('somebody of another organisation is refused', () => {
  const claims = { schac_home_organization: 'elders.example', eduperson_affiliation: ['staff'] }
  assert.deepEqual(checkClaims(provider, claims), { ok: false, because: 'other-organisation' })
})

test('an account that does not say where it comes from is refused', () => {
  assert.equal(checkClaims(provider, { eduperson_affiliation: ['staff'] }).ok, false)
})

test('an account that names two home organisations is refused', () => {
  const claims = { schac_home_organization: ['voorbeeldcollege.example', 'elders.example'] }
  assert.equal(checkClaims(provider, claims).ok, false)
})

test('a pupil is refused, however the provider writes it', () => {
  for (const affiliation of ['student', ['staff', 'Student'], 'pupil@voorbeeldcollege.example']) {
    const claims = { ...home, eduperson_affiliation: affiliation }
    assert.deepEqual(checkClaims(provider, claims), { ok: false, because: 'pupil' })
  }
})

test('nobody gets a role at first sight when the organisation invites its people', () => {
  const claims = { ...home, eduperson_affiliation: ['staff'] }
  const closed = { ...provider, admits: 'invited-only' } as const
  assert.deepEqual(rolesAtFirstSight(closed, 'secondary-school', claims), [])
})

test('an account that does not say staff gets no role at first sight', () => {
  assert.deepEqual(rolesAtFirstSight(provider, 'secondary-school', home), [])
})

test('staff of a school may begin as a teacher, and staff of the police as nothing', () => {
  const claims = { ...home, eduperson_affiliation: ['employee@voorbeeldcollege.example'] }
  assert.deepEqual(checkClaims(provider, claims), { ok: true })
  assert.deepEqual(rolesAtFirstSight(provider, 'secondary-school', claims), ['teacher'])
  assert.deepEqual(rolesAtFirstSight(provider, 'police', claims), [])
})

test('a name is one line, and a mail address that was not checked is left out', () => {
  const claims = { given_name: 'Fenna\n', family_name: 'Voorbeeld', email: 'f@example.org' }
  assert.deepEqual(profileFrom({ ...claims, email_verified: false }), { name: 'Fenna Voorbeeld' })
  assert.equal(profileFrom({ sub: '1' }), undefined)
})
