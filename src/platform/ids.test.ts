import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId, newReference } from './ids.ts'

test('what is not an identifier is not taken for one', () => {
  for (const text of ['', 'x', `${newId()} `, newId().toUpperCase(), `${newId()}'; drop table`]) {
    assert.equal(isId(text), false, text)
  }
  assert.equal(isId(newId()), true)
})

test('identifiers grow with time', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  assert.deepEqual([...ids].sort(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('a reference has no sign that is mistaken for another over the telephone', () => {
  for (let count = 0; count < 500; count += 1) {
    assert.match(newReference('S'), /^S-[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}$/)
  }
})
