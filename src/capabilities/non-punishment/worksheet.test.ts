import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gapsIn, notLookedAt, sheetBeside, sheetOf, whyNoStatement } from './worksheet.ts'
import { loadWorksheet } from './worksheet-pack.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))

test('a statement has a fact, and what speaks against it or where somebody looked in vain', () => {
  const statement = { text: 'x', facts: ['1'], against: 'y', againstFacts: [], searched: '' }
  assert.equal(whyNoStatement(statement), undefined)
  assert.equal(whyNoStatement({ ...statement, facts: [] }), 'fact-missing')
  assert.equal(whyNoStatement({ ...statement, against: ' ' }), 'against-missing')
  assert.equal(whyNoStatement({ ...statement, against: '', searched: 'verhoor' }), undefined)
  assert.equal(whyNoStatement({ ...statement, text: '' }), 'text-missing')
  const chosen = { ...statement, against: '', againstFacts: ['2'] }
  assert.equal(whyNoStatement(chosen), undefined)
  for (const found of [chosen, statement]) {
    assert.equal(whyNoStatement({ ...found, searched: 'verhoor' }), 'found-or-not')
  }
})

test('what was not looked at is told; the means are never missed, for under 18 they need no proof', () => {
  const { elements } = loadWorksheet(folder).worksheet
  const offences = ['a']
  const used = new Set(['2'])
  const nothing = notLookedAt({ elements, offences, said: [], facts: ['1', '2'], used })
  const left = nothing.gaps.map(({ element }) => element)
  assert.equal(left.includes('means'), false)
  assert.equal(left.length, elements.length - 1)
  assert.deepEqual(nothing.facts, ['1'])
  const unknown = [{ element: 'act', kind: 'unknown', offences: [] }] as const
  const some = gapsIn({ elements, offences, said: unknown })
  assert.equal(
    some.some(({ element }) => element === 'act'),
    false,
    'saying that it is not known is looking',
  )
})

test('what is said of one offence is said of no other, and what names none is about the only one there is', () => {
  const { elements } = loadWorksheet(folder).worksheet
  const of = (...offences: readonly string[]) =>
    ({ element: 'compulsion', kind: 'statement', offences }) as const
  const compulsion = (offences: readonly string[], said: readonly ReturnType<typeof of>[]) =>
    gapsIn({ elements, offences, said }).filter(({ element }) => element === 'compulsion')
  assert.deepEqual(compulsion(['a', 'b'], []), [{ element: 'compulsion' }])
  assert.deepEqual(compulsion(['a', 'b'], [of('a')]), [{ element: 'compulsion', offence: 'b' }])
  assert.deepEqual(compulsion(['a', 'b'], [of('a', 'b')]), [])
  assert.deepEqual(compulsion(['a'], [of()]), [])
  assert.deepEqual(compulsion(['a'], [of('gone')]), [{ element: 'compulsion' }])
  const two = { elements, offences: ['a', 'b'], said: [of('a'), of(), of('gone')] }
  const saidOf = (offence: string) => sheetOf(two, offence).flatMap(({ said }) => said)
  assert.deepEqual([saidOf('a'), saidOf('b')], [[of('a')], []])
  const beside = sheetBeside(two).filter(({ element }) => element.aboutOffence)
  assert.deepEqual(
    beside.flatMap(({ said }) => said),
    [of(), of('gone')],
  )
})
