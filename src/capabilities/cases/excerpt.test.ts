import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordsOf } from '#platform/plain-words.ts'
import { excerptOf } from './excerpt.ts'

test('a short text is shown whole, on one line', () => {
  assert.equal(excerptOf('Noor had\ntwee telefoons.', ['tel']), 'Noor had · twee telefoons.')
})

test('of a long text the words around what was found are shown, without half words', () => {
  const text = `${'eerste '.repeat(30)}de Conciërge zag het ${'laatste '.repeat(30)}`
  const shown = excerptOf(text, ['concierge'])
  assert.match(shown, /^… eerste .*de Conciërge zag het laatste.* …$/)
  assert.doesNotMatch(shown, /… (?:erste|rste|ste)\b|\b(?:laa|laats?) …$/)
  assert.ok(shown.length < 220)
})

test('what was found stands in it, also in the middle of something very long', () => {
  const glued = `${'a'.repeat(100)}/telefoon/${'b'.repeat(100)}`
  assert.match(excerptOf(glued, ['telefoon']), /telefoon/)
})

test('whatever the text, what was found stands in the excerpt', () => {
  const bit = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.constant(' \n'))
  fc.assert(
    fc.property(bit, bit, (before, after) => {
      const shown = excerptOf(`${before} Telefóón ${after}`, ['telefoon'])
      assert.ok(wordsOf(shown).some((word) => word.startsWith('telefoon')))
      assert.ok(shown.isWellFormed())
    }),
    { seed: 20_261_123 },
  )
})
