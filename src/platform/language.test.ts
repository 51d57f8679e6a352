import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, link } from './language.ts'
import { decimal } from './numbers.ts'

test('a link stays on this site, whatever path it is made of', () => {
  const site = 'https://oogmerk.example'
  for (const path of ['//elders.example', '/\\elders.example', '\\\\elders.example', '///x', '/']) {
    for (const language of languages) {
      assert.equal(new URL(link(language, path), site).origin, site, path)
    }
  }
})

test('the start of the English pages is /en, and a question stays as it was asked', () => {
  assert.equal(link('en', '/'), '/en')
  assert.equal(link('nl', '/'), '/')
  assert.equal(link('en', '/kennis?zoek=//'), '/en/kennis?zoek=//')
})

test('a Dutch number has a comma where an English one has a point', () => {
  assert.deepEqual(
    [decimal('nl', 78.25, 1), decimal('en', 78.25, 1), decimal('nl', 1, 2)],
    ['78,3', '78.3', '1,00'],
  )
})
