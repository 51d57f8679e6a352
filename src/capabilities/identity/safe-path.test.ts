import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safePath } from './safe-path.ts'

test('another site is never where somebody goes after signing in', () => {
  for (const wanted of [
    undefined,
    '',
    'https://elders.example',
    '//elders.example',
    '/\\elders.example',
    '\\\\elders.example',
    '/..//elders.example',
    '/.//elders.example',
    '/%2e%2e//elders.example',
    '/\t/elders.example',
    '/\n/elders.example',
    'javascript:alert(1)',
    `/${'a'.repeat(2000)}`,
  ]) {
    assert.equal(safePath(wanted), '/', JSON.stringify(wanted))
  }
})

test('a path on this site is kept, with its question', () => {
  assert.equal(safePath('/signalen/nieuw?over=leerling'), '/signalen/nieuw?over=leerling')
})

test('whatever is asked for, a browser stays on this site', () => {
  const pieces = fc.constantFrom('/', '\\', '.', '..', '%2f', '%5c', 'a', ':', '@', '?', '#', '\t')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
      const here = 'https://oogmerk.example'
      return new URL(safePath(`/${list.join('')}`), here).origin === here
    }),
  )
})
