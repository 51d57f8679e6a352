import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from './load-knowledge.ts'

const knowledge = loadKnowledge(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
const find = (text: string, language: 'nl' | 'en' = 'nl') =>
  knowledge.search(text, language).map(({ id }) => id)

test('a word that no signal holds finds nothing', () => {
  assert.deepEqual(find('zeppelin'), [])
})

test('every word must be found, so that more words find fewer signals', () => {
  assert.ok(find('geld').length > find('geld bank').length)
  assert.ok(find('geld bank').length > 0)
})

test('the beginning of a word is enough', () => {
  assert.ok(find('pinp').includes('FIN-01'))
})

test('the middle of a word is not', () => {
  assert.deepEqual(find('incode'), [])
})

test('accents and capitals make no difference', () => {
  assert.deepEqual(find('TAALBARRIERE'), ['CON-01'])
  assert.deepEqual(find('taalbarrière'), ['CON-01'])
})

test('an innocent explanation is searched as well', () => {
  assert.deepEqual(find('maaltijden'), ['DRG-01'])
})

test('each language searches its own words', () => {
  assert.ok(find('counterfeit', 'en').includes('FIN-06'))
  assert.deepEqual(find('counterfeit', 'nl'), [])
})

test('the order is that of the list, whatever was asked', () => {
  const order = knowledge.signals.map(({ id }) => id)
  const found = find('school')
  assert.deepEqual(
    found,
    order.filter((id) => found.includes(id)),
  )
})

test('an empty search finds the whole list', () => {
  assert.equal(find('  ,.').length, 91)
})

test('an endless search text is cut off', () => {
  assert.deepEqual(find(`geld ${' '.repeat(300)} zeppelin`), find('geld'))
})
