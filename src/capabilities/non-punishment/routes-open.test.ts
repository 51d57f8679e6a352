import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { loadLaw } from '#capabilities/law/index.ts'
import { newId } from '#platform/ids.ts'
import { aChoice, aSigning } from './a-dossier.ts'
import { changedSince, editionsOf, seenField, seenFrom } from './changed-since.ts'
import type { EventKind } from './event-kinds.ts'
import { groundsOn, routesOpen, whyNot } from './routes-open.ts'
import { againstSigning } from './signing.ts'
import { loadWorksheet } from './worksheet-pack.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const { routes, sepot } = loadLaw(folder)
const rules = { routes: routes.routes, sepot }
const now = { on: '2026-11-23', stage: 'with-prosecutor' }

test('a bill is never an open route, and a route of another moment is closed with its reason', () => {
  const closed = (stage: string, id: string) =>
    routesOpen(routes.routes, { on: now.on, stage }).find(({ route }) => route.id === id)?.closed
  for (const { id } of routes.stages) assert.equal(closed(id, 'non-punishment-in-law'), 'bill')
  assert.equal(closed('with-prosecutor', 'judicial-pardon'), 'other-stage')
  assert.equal(closed('at-trial', 'judicial-pardon'), undefined)
  assert.equal(closed('before-status', 'sepot-06'), 'other-stage')
  assert.equal(closed('with-prosecutor', 'sepot-06'), undefined)
})

test('before its rule applied and after it ended, a route is closed', () => {
  const [route] = routes.routes.filter(({ id }) => id === 'judicial-pardon')
  assert.ok(route)
  const at = (on: string, change = {}) =>
    routesOpen([{ ...route, ...change }], { on, stage: 'at-trial' })[0]?.closed
  assert.equal(at('2022-03-31'), 'not-yet-in-force')
  assert.equal(at('2022-04-01'), undefined)
  assert.equal(at('2026-12-31', { validUntil: '2027-01-01' }), undefined)
  assert.equal(at('2027-01-01', { validUntil: '2027-01-01' }), 'no-longer-in-force')
  assert.equal(at('2026-12-31', { status: 'repealed' }), 'repealed')
})

test('routes stand in the order that the rules demand, technical before policy, whatever the file says', () => {
  const turned = routesOpen(routes.routes.toReversed(), now).map(({ route }) => route.kind)
  assert.ok(turned.lastIndexOf('technical') < turned.indexOf('policy'))
  assert.equal(turned.at(-1), 'bill')
})

test('04 is no ground since 1 July 2022', () => {
  const has = (on: string) => groundsOn(sepot.codes, on).some(({ code }) => code === '04')
  assert.deepEqual([has('2022-06-30'), has('2022-07-01')], [true, false])
  const choice = aChoice({ route: 'other-technical', grounds: ['04'] })
  assert.equal(whyNot(rules, now, choice), 'ground-unknown')
})

const policy = {
  route: 'sepot-42',
  grounds: ['42'],
  technicalTest: 'Past niet.',
  earlierGround: 'Geen dwang.',
}

const refused = [
  [
    'a ground of policy before the technical test',
    { ...policy, technicalTest: '' },
    'technical-first',
  ],
  ['42 without saying why not 06', { ...policy, earlierGround: ' ' }, 'earlier-ground-first'],
  [
    '02 without saying why not 01',
    { route: 'other-technical', grounds: ['02'] },
    'earlier-ground-first',
  ],
  [
    'technical and policy for the same offence',
    { grounds: ['06', '42'] },
    'technical-excludes-policy',
  ],
  [
    'policy and technical for the same offence',
    { ...policy, grounds: ['42', '06'] },
    'technical-excludes-policy',
  ],
  ['a condition with a technical ground', { conditions: 'Naar school.' }, 'conditions-need-policy'],
  [
    'a condition with prosecution',
    { route: 'prosecution', grounds: [], conditions: 'x' },
    'conditions-need-policy',
  ],
  [
    '01 with another ground',
    { route: 'other-technical', grounds: ['01', '02'] },
    'one-stands-alone',
  ],
  ['the same ground twice', { grounds: ['06', '06'] }, 'ground-twice'],
  ['a route without its ground', { grounds: [] }, 'ground-missing'],
  ['a ground with prosecution', { route: 'prosecution', grounds: ['06'] }, 'ground-unknown'],
  [
    'a first ground of another route',
    { ...policy, grounds: ['50', '42'] },
    'ground-of-another-route',
  ],
  ['a ground for ending an order', { grounds: ['91'] }, 'ground-of-another-route'],
  ['a ground that does not exist', { grounds: ['57'] }, 'ground-unknown'],
  ['a route that is not open', { route: 'judicial-pardon', grounds: [] }, 'route-closed'],
  ['the bill', { route: 'non-punishment-in-law', grounds: [] }, 'route-closed'],
] as const

for (const [what, change, because] of refused) {
  test(`the rules do not allow ${what}`, () => {
    assert.equal(whyNot(rules, now, aChoice(change)), because)
  })
}

test('what the rules allow is allowed: 06, 42 with conditions and a second ground, prosecution', () => {
  for (const change of [
    {},
    { ...policy, grounds: ['42', '50'], conditions: 'Meewerken aan hulp.' },
    { route: 'other-technical', grounds: ['01'] },
    { route: 'prosecution', grounds: [] },
  ]) {
    assert.equal(whyNot(rules, now, aChoice(change)), undefined)
  }
})

test('whatever is put together, no allowed choice breaks a rule about grounds', () => {
  const codes = sepot.codes.map(({ code }) => code)
  const testOf = (code: string) =>
    sepot.groups.find(({ id }) => id === sepot.codes.find((one) => one.code === code)?.group)?.test
  const words = fc.constantFrom('', 'Woorden.')
  const any = fc.record({
    route: fc.constantFrom(...routes.routes.map(({ id }) => id)),
    grounds: fc.array(fc.constantFrom(...codes), { maxLength: 3 }),
    conditions: words,
    technicalTest: words,
    earlierGround: words,
    why: words,
  })
  fc.assert(
    fc.property(any, (choice) => {
      if (whyNot(rules, now, choice)) return
      const tests = new Set(choice.grounds.map(testOf))
      assert.ok(tests.size <= 1)
      if (tests.has('policy')) assert.ok(choice.technicalTest)
      if (choice.conditions) assert.ok(tests.has('policy'))
      if (choice.grounds.includes('01')) assert.equal(choice.grounds.length, 1)
    }),
    { numRuns: 500 },
  )
})

// Signing.

const around = {
  assessments: 1,
  offences: ['a', 'b'],
  rules,
  moment: now,
} as const
const told = (change: Parameters<typeof aSigning>[1], more: object = {}) =>
  againstSigning(aSigning(['a', 'b'], change), { ...around, ...more }).map(({ because }) => because)

test('departing from the assessment without clear reasons is not signed; a tick is no reason', () => {
  assert.deepEqual(told({ following: 'departs' }), ['clear-reasons-missing'])
  assert.deepEqual(told({ following: 'departs', clearReasons: ' \n' }), ['clear-reasons-missing'])
  assert.deepEqual(told({ following: 'departs', clearReasons: 'De berichten zijn van later.' }), [])
  assert.deepEqual(told({}, { assessments: 2 }), ['clear-reasons-missing'])
  assert.deepEqual(told({ clearReasons: 'De tweede zag meer.' }, { assessments: 2 }), [])
})

test('nobody follows or departs from an assessment that is not there, nor says there is none when there is', () => {
  assert.deepEqual(told({}, { assessments: 0 }), ['following-does-not-fit'])
  assert.deepEqual(told({ following: 'no-assessment' }), ['following-does-not-fit'])
  assert.deepEqual(told({ following: 'no-assessment' }, { assessments: 0 }), [])
})

test('every offence has a route, there is an offence, and there are reasons', () => {
  const one = new Map([['a', aChoice({ why: 'Dwang.' })]])
  assert.deepEqual(told({ choices: one }), ['offence-without-route'])
  assert.deepEqual(told({}, { offences: [] }), ['no-offence'])
  assert.deepEqual(told({ reasons: ' ' }), ['reasons-missing'])
  assert.deepEqual(told({}), [])
  const unsaid = new Map(
    ['a', 'b'].map((id) => [id, aChoice({ why: id === 'a' ? 'Dwang.' : ' ' })]),
  )
  assert.deepEqual(told({ choices: unsaid }), ['why-missing'])
  assert.deepEqual(told({ choices: unsaid }, { offences: ['b'] }), [], 'of one the reasons say it')
})

// What changed between preparing and signing.

test('between preparing and signing a birthday, a rule, a ground and what came in are told; a day alone is not', () => {
  const { worksheet } = loadWorksheet(folder)
  const packs = { routes, sepot, worksheet }
  const [first, second] = [newId(), newId()]
  const seen = { at: '2026-11-23T10:00:00Z', last: first, editions: editionsOf(packs) }
  const event = (id: string, kind: EventKind) => ({ id, kind, at: '2026-11-23T10:00:00Z' })
  const change = (
    now: string,
    { born = '', events = [event(first, 'add-fact')], change: more = {}, to = packs } = {},
  ) => changedSince({ ...seen, ...more }, now, { born, events }, to, 'with-prosecutor')
  const nextDay = '2026-11-23T23:30:00Z'
  assert.deepEqual(change(nextDay), [])
  assert.deepEqual(change(nextDay, { born: '2009-11-24' }), [{ what: 'age', from: 16, to: 17 }])
  assert.deepEqual(change('2026-11-23T22:30:00Z', { born: '2009-11-24' }), [], 'not in Dutch time')
  const ended = routes.routes.map((one) =>
    one.id === 'sepot-42' ? { ...one, validUntil: '2026-11-24' } : one,
  )
  assert.deepEqual(change(nextDay, { to: { ...packs, routes: { ...routes, routes: ended } } }), [
    { what: 'route-closed', route: 'sepot-42' },
  ])
  const june = { at: '2022-06-30T10:00:00Z' }
  assert.deepEqual(
    change('2022-07-01T10:00:00Z', { change: june }).filter(({ what }) => /ground/.test(what)),
    [{ what: 'ground-gone', ground: '04' }],
  )
  assert.deepEqual(change(seen.at, { change: { editions: ['older', 'older', 'older'] } }), [
    { what: 'editions' },
  ])
  const events = [event(first, 'add-fact'), event(second, 'recall-fact'), event(newId(), 'tell')]
  assert.deepEqual(change(seen.at, { events }), [
    { what: 'event', kind: 'recall-fact', at: seen.at },
  ])
  assert.deepEqual(seenFrom(seenField(seen), nextDay), seen)
  assert.equal(seenFrom(seenField(seen), '2026-11-22T10:00:00Z'), undefined, 'not from later')
  for (const text of ['', 'now', `2026-11-20T10:00:00Z 12`]) {
    assert.equal(seenFrom(text, nextDay), undefined)
  }
})
