import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aKnownIntervention, anIntervention, someWords } from './a-catalogue.ts'
import type { Intervention } from './intervention.ts'
import { type Criteria, criterionNames, match } from './match.ts'

const around = { levels: someWords.levels, groups: someWords.groups, offeredIn: [] }
const [first, second, third] = someWords.levels
const [everybody, angry, parents] = someWords.groups
const [calm, free] = someWords.questions

const answer = (one: Intervention, criteria: Criteria, offeredIn: string[] = []) =>
  match(one, criteria, { ...around, offeredIn })[0]?.answer

test('what nobody found is unknown for every criterion, and never fits', () => {
  const criteria = { age: 10, group: angry, question: calm, place: 'Waterrade', level: first }
  const found = match(anIntervention(), criteria, around)
  assert.deepEqual(
    found.map(({ criterion, answer }) => [criterion, answer]),
    criterionNames.map((name) => [name, 'unknown']),
  )
})

test('what was not asked is not answered', () => {
  assert.deepEqual(match(aKnownIntervention(), {}, around), [])
})

test('an age within the bounds fits, outside it does not', () => {
  const ages = [8, 9, 12, 13].map((age) => answer(aKnownIntervention(), { age }))
  assert.deepEqual(ages, ['does-not-fit', 'fits', 'fits', 'does-not-fit'])
})

test('a bound that nobody found is never met, and the other bound can still say no', () => {
  const under = anIntervention({ age: { from: null, to: 11, mark: 'own', sources: [] } })
  assert.equal(answer(under, { age: 8 }), 'unknown')
  assert.equal(answer(under, { age: 14 }), 'does-not-fit')
  const from = anIntervention({ age: { from: 10, to: null, mark: 'own', sources: [] } })
  assert.equal(answer(from, { age: 15 }), 'unknown')
  assert.equal(answer(from, { age: 9 }), 'does-not-fit')
})

test('a question fits by goals that the intervention states itself', () => {
  assert.equal(answer(aKnownIntervention(), { question: calm }), 'fits')
  assert.equal(answer(aKnownIntervention(), { question: free }), 'does-not-fit')
})

test('made for everybody does not tell whether it is right for some pupils, and it is not for parents', () => {
  const all = aKnownIntervention({
    groups: { codes: ['iedereen'], text: { nl: 'x', en: 'x' }, mark: 'own', sources: [] },
  })
  assert.equal(answer(all, { group: everybody }), 'fits')
  assert.equal(answer(all, { group: angry }), 'unknown')
  assert.equal(answer(all, { group: parents }), 'does-not-fit')
  assert.equal(answer(aKnownIntervention(), { group: everybody }), 'does-not-fit')
})

test('a named place fits; another does not only where the source says that it is nowhere else', () => {
  const { where } = aKnownIntervention()
  assert.ok(where)
  assert.equal(answer(aKnownIntervention(), { place: 'Waterrade' }), 'fits')
  assert.equal(answer(aKnownIntervention(), { place: 'Elders' }), 'does-not-fit')
  const alsoElsewhere = aKnownIntervention({ where: { ...where, onlyHere: false } })
  assert.equal(answer(alsoElsewhere, { place: 'Elders' }), 'unknown')
  const everywhere = aKnownIntervention({ where: { ...where, nationwide: true } })
  assert.equal(answer(everywhere, { place: 'Elders' }), 'fits')
})

test('where a provider says that it is on offer, the place fits', () => {
  assert.equal(answer(anIntervention(), { place: 'Waterrade' }, ['Waterrade']), 'fits')
})

test('at least a level: the newest recognition counts, and none found is not none', () => {
  const levels = [first, second, third].map((level) => answer(aKnownIntervention(), { level }))
  assert.deepEqual(levels, ['fits', 'fits', 'does-not-fit'])
  assert.equal(answer(anIntervention(), { level: first }), 'unknown')
  const policy = anIntervention({
    recognition: { ...anIntervention().recognition, status: 'not-applicable' },
  })
  assert.equal(answer(policy, { level: first }), 'does-not-fit')
})

const pick = <T>(...of: T[]) => fc.constantFrom(...of)
const someCriteria: fc.Arbitrary<Criteria> = fc.record({
  age: pick(undefined, 3, 9, 12, 17),
  group: pick(undefined, ...someWords.groups),
  question: pick(undefined, ...someWords.questions),
  place: pick(undefined, 'Waterrade', 'Elders'),
  level: pick(undefined, ...someWords.levels),
})
const known = aKnownIntervention()
const someIntervention: fc.Arbitrary<Intervention> = fc
  .record({
    age: pick(null, known.age, { from: null, to: 11, mark: 'own' as const, sources: [] }),
    groups: pick(null, known.groups),
    goals: pick(null, known.goals),
    where: pick(null, known.where),
    recognition: pick(known.recognition, anIntervention().recognition),
  })
  .map((change) => anIntervention(change))
const someOffered = pick<string[]>([], ['Waterrade'], ['Elders'])

test('unknown never counts as fitting: what fits rests on something that was found', () => {
  fc.assert(
    fc.property(someIntervention, someCriteria, (one, criteria) => {
      const found = {
        age: one.age,
        group: one.groups,
        question: one.goals,
        place: one.where,
        level: one.recognition.levels[0],
      }
      for (const { criterion, answer } of match(one, criteria, around)) {
        if (answer !== 'unknown') assert.ok(found[criterion], criterion)
      }
    }),
    { seed: 20261123 },
  )
})

test('a criterion more changes no other answer', () => {
  fc.assert(
    fc.property(
      someIntervention,
      someCriteria,
      someCriteria,
      someOffered,
      (one, some, more, offeredIn) => {
        const both = {
          ...more,
          ...Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)),
        }
        const before = match(one, some, { ...around, offeredIn })
        const after = match(one, both, { ...around, offeredIn })
        for (const each of before)
          assert.deepEqual(
            after.find(({ criterion }) => criterion === each.criterion),
            each,
          )
      },
    ),
    { seed: 20261124 },
  )
})

test('no number comes out: nothing to add up, nothing to order by', () => {
  fc.assert(
    fc.property(someIntervention, someCriteria, someOffered, (one, criteria, offeredIn) => {
      const found = match(one, criteria, { ...around, offeredIn })
      assert.doesNotMatch(JSON.stringify(found), /\d/)
      for (const each of found) assert.deepEqual(Object.keys(each), ['criterion', 'answer'])
    }),
    { seed: 20261125 },
  )
})
