import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageBandOf, compareYear, type Decided, type Kind } from './comparing.ts'

test('decisions are compared by one thing at a time, each dossier once in a number, by the last of its decisions', () => {
  const one = (dossierId: string, change: Partial<Decided> = {}): Decided => ({
    ...{ dossierId, on: '2025-02-01', following: 'follows', ageBand: '16-17' },
    ...{ forms: ['theft'], routes: ['sepot-06'], offences: ['Sr 310'], lookedAt: ['act'] },
    ...change,
  })
  const many = (count: number, change: Partial<Decided> = {}, from = 0) =>
    Array.from({ length: count }, (_, nth) => one(`d${from + nth}`, change))
  const compare = (decided: readonly Decided[], kind: Kind, values: readonly string[]) =>
    compareYear(2025, kind, decided, { values, routes: ['sepot-06', 'prosecution'] })
  const bands = ['12-15', '16-17']
  const eight = compare(many(8), 'age', bands)
  assert.deepEqual(eight.quarters, [{ value: '16-17', beside: 1, about: 10 }])
  assert.deepEqual(eight.routes, [{ value: '16-17', beside: 'sepot-06', about: 10 }])
  assert.deepEqual(compare([...many(7), one('d0')], 'age', bands).quarters, [], 'one of them twice')
  // Three of a kind beside nine: the nine would tell the three.
  const mixed = [...many(9), ...many(3, { ageBand: '12-15' }, 20)]
  assert.deepEqual(compare(mixed, 'age', bands), { year: 2025, quarters: [], routes: [] })
  const again = [...many(8), ...many(8, { on: '2025-12-31', routes: ['prosecution'] })]
  const route = compare(again, 'route', ['sepot-06', 'prosecution'])
  assert.deepEqual(route.quarters, [
    { value: 'sepot-06', beside: 1, about: 10 },
    { value: 'prosecution', beside: 4, about: 10 },
  ])
  assert.deepEqual(route.routes, [])
  assert.deepEqual(compare(again, 'age', bands).routes, [
    { value: '16-17', beside: 'prosecution', about: 10 },
  ])
  const unnamed = compare(many(8, { forms: [] }), 'form', ['theft', 'none'])
  assert.deepEqual(unnamed.quarters, [{ value: 'none', beside: 1, about: 10 }])
  assert.deepEqual([undefined, 11, 12, 15, 16, 17, 18].map(ageBandOf), [
    'unknown',
    'under-12',
    '12-15',
    '12-15',
    '16-17',
    '16-17',
    '18-and-over',
  ])
})
