import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type OrganisationKind,
  organisationKinds,
  type PersonActor,
  type Role,
  roles,
} from '#platform/actor.ts'
import {
  mayCoordinate,
  mayDecide,
  mayHaveCases,
  mayOpenCase,
  maySee,
  mayTakeOver,
  rolesBefore,
  type Standing,
} from './access.ts'

const someone = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'fenna',
  organisationId: 'school',
  organisationKind: 'secondary-school',
  roles: ['mentor'],
  ...change,
})

const standing = (change: Partial<Standing> = {}): Standing => ({
  coordinatorId: 'zoe',
  inCircle: false,
  forsaken: false,
  coordinatorGone: false,
  othersFirst: false,
  ...change,
})

const inCircle = standing({ inCircle: true })
const professionals = [
  'teacher',
  'mentor',
  'caretaker',
  'care-coordinator',
  'safety-coordinator',
  'municipal-coordinator',
  'school-leader',
] as const
/** Where there are no pupils, and the care coordinator of victims of trafficking. */
const whoHelps: Partial<Record<OrganisationKind, readonly Role[]>> = {
  municipality: ['trafficking-care-coordinator'],
  'youth-help': ['youth-worker'],
  'safe-home': ['safe-home-worker'],
  'expert-group': ['expert'],
  'child-protection-board': ['partner-worker'],
  'trafficking-coordination': ['partner-worker'],
  'diversion-service': ['partner-worker'],
  'victim-support': ['partner-worker'],
  probation: ['partner-worker'],
  'certified-institution': ['partner-worker'],
}
const oversight = ['administrator', 'privacy-officer', 'researcher', 'programme-staff'] as const

test('nobody outside the circle sees a case, whatever their role', () => {
  for (const role of roles)
    assert.equal(maySee(someone({ roles: [role] }), standing()), false, role)
})

test('administrators, privacy officers, researchers and ministries see no case, in a circle neither', () => {
  for (const role of oversight) {
    const actor = someone({ roles: [role] })
    assert.equal(mayHaveCases(actor), false, role)
    assert.equal(maySee(actor, inCircle), false, role)
    assert.equal(mayOpenCase(actor), false, role)
  }
})

test('police, prosecution, ministry and researchers have no cases here, whatever role they hold', () => {
  for (const organisationKind of [
    'police',
    'prosecution',
    'ministry',
    'research-institute',
  ] as const) {
    const actor = someone({ organisationKind, roles: [...roles] as Role[] })
    assert.equal(mayHaveCases(actor), false)
    assert.equal(maySee(actor, inCircle), false)
  }
})

test('a mayor has no cases, nor does a helper with the role of another kind of organisation', () => {
  const others: readonly Partial<PersonActor>[] = [
    { organisationKind: 'municipality', roles: ['mayor'] },
    { organisationKind: 'municipality', roles: ['youth-worker'] },
    { organisationKind: 'secondary-school', roles: ['youth-worker', 'partner-worker', 'expert'] },
    { organisationKind: 'youth-help', roles: ['care-coordinator', 'school-leader', 'mentor'] },
    { organisationKind: 'safe-home', roles: ['youth-worker'] },
    { organisationKind: 'expert-group', roles: ['trafficking-detective'] },
  ]
  for (const other of others) {
    assert.equal(mayHaveCases(someone(other)), false, JSON.stringify(other))
    assert.equal(mayOpenCase(someone(other)), false, JSON.stringify(other))
  }
})

test('who helps young people opens, decides on and takes over a case: there is nobody else who could', () => {
  const helping = Object.entries(whoHelps).flatMap(([organisationKind, held]) =>
    held.map((role) => someone({ ...{ organisationKind, roles: [role] } } as Partial<PersonActor>)),
  )
  for (const helper of helping) {
    assert.equal(mayOpenCase(helper), true)
    assert.equal(mayDecide(helper, inCircle), true)
    const lies = standing({ forsaken: true, coordinatorGone: true })
    assert.equal(mayTakeOver(helper, lies), true)
    assert.deepEqual(rolesBefore(helper), [])
  }
})

test('a mentor, teacher or caretaker in the circle reads and writes, and neither opens nor decides', () => {
  for (const role of ['mentor', 'teacher', 'caretaker'] as const) {
    const actor = someone({ roles: [role] })
    assert.equal(maySee(actor, inCircle), true)
    assert.equal(mayOpenCase(actor), false)
    assert.equal(mayDecide(actor, inCircle), false)
  }
})

test('a coordinator of a case whose role went does not arrange or decide in it any more', () => {
  const own = standing({ inCircle: true, coordinatorId: 'fenna', coordinatorGone: true })
  assert.equal(mayCoordinate(someone(), own), false)
  assert.equal(mayDecide(someone(), own), false)
  assert.equal(maySee(someone(), own), true)
})

test('nobody takes over as long as the coordinator is there', () => {
  for (const role of professionals) {
    assert.equal(mayTakeOver(someone({ roles: [role] }), inCircle), false, role)
  }
})

test('a case with nobody is for those who come first, and for nobody who comes later', () => {
  const lies = standing({ forsaken: true, coordinatorGone: true })
  assert.equal(maySee(someone({ roles: ['care-coordinator'] }), lies), true)
  assert.equal(maySee(someone({ roles: ['school-leader'] }), { ...lies, othersFirst: true }), false)
  assert.equal(maySee(someone({ roles: ['mentor'] }), lies), false)
})

/** The rules as people say them, written without looking at access.ts. */
const oracle = {
  helps: ({ organisationKind, roles }: PersonActor): boolean =>
    roles.some((role) => whoHelps[organisationKind]?.includes(role)),
  has: (actor: PersonActor): boolean => oracle.helps(actor) || oracle.atSchool(actor),
  atSchool: (actor: PersonActor): boolean =>
    ['secondary-school', 'vocational-school', 'primary-school', 'municipality'].includes(
      actor.organisationKind,
    ) && actor.roles.some((role) => (professionals as readonly string[]).includes(role)),
  opens: (actor: PersonActor): boolean =>
    oracle.helps(actor) ||
    (oracle.atSchool(actor) &&
      actor.roles.some((role) =>
        [
          'care-coordinator',
          'safety-coordinator',
          'municipal-coordinator',
          'school-leader',
        ].includes(role),
      )),
  sees: (actor: PersonActor, given: Standing): boolean =>
    oracle.has(actor) &&
    (given.inCircle || (given.forsaken && oracle.opens(actor) && !given.othersFirst)),
  decides: (actor: PersonActor, given: Standing): boolean =>
    oracle.sees(actor, given) && oracle.opens(actor),
  coordinates: (actor: PersonActor, given: Standing): boolean =>
    oracle.decides(actor, given) &&
    given.coordinatorId === actor.personId &&
    !given.coordinatorGone,
  takesOver: (actor: PersonActor, given: Standing): boolean =>
    oracle.decides(actor, given) && given.coordinatorGone,
}

test('whoever stands in whatever way to a case may what the rules say, and nothing else', () => {
  const actor = fc.record({
    personId: fc.constantFrom('fenna', 'zoe', 'ilse'),
    roles: fc.subarray([...roles]),
    organisationKind: fc.constantFrom(...organisationKinds),
  })
  const given = fc.record({
    coordinatorId: fc.constantFrom('fenna', 'zoe'),
    inCircle: fc.boolean(),
    forsaken: fc.boolean(),
    coordinatorGone: fc.boolean(),
    othersFirst: fc.boolean(),
  })
  fc.assert(
    fc.property(actor, given, (change, how) => {
      const who = someone(change)
      assert.deepEqual(
        {
          has: mayHaveCases(who),
          opens: mayOpenCase(who),
          sees: maySee(who, how),
          decides: mayDecide(who, how),
          coordinates: mayCoordinate(who, how),
          takesOver: mayTakeOver(who, how),
        },
        {
          has: oracle.has(who),
          opens: oracle.opens(who),
          sees: oracle.sees(who, how),
          decides: oracle.decides(who, how),
          coordinates: oracle.coordinates(who, how),
          takesOver: oracle.takesOver(who, how),
        },
      )
    }),
    { seed: 20_261_123, numRuns: 2_000 },
  )
})
