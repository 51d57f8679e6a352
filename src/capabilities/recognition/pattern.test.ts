import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PatternError, readGroup, readPattern } from './pattern.ts'

test('a pattern that cannot be read is refused with a reason', () => {
  const refused: [string, RegExp][] = [
    ['geld + (jas', /closing bracket/],
    ['<geld', /closing bracket/],
    ['~ geld', /starts or ends with a gap/],
    ['geld ~99 jas', /a gap is/],
    ['Geld', /not a word/],
    ['ge*', /too short/],
    ['a ~9 b ~9 c ~9 d ~9 e', /gaps/],
    ['geld WITHIN 100', /1 to 60/],
    ['geld +', /not a word/],
  ]
  for (const [text, reason] of refused) {
    assert.throws(
      () => readPattern(text),
      (error) => error instanceof PatternError && reason.test(error.message),
      text,
    )
  }
})

test('groups, window and exceptions are read', () => {
  const pattern = readPattern(
    '<give> ~2 (pas|rekening) + geld* NEAR WITHIN 20 UNLESS <parent>, oma',
  )
  assert.equal(pattern.groups.length, 2)
  assert.equal(pattern.within, 20)
  assert.equal(pattern.near, true)
  assert.equal(pattern.unless.length, 2)
})

test('a choice may hold words in a row and choices', () => {
  const [choice] = readGroup('(op zak|bij (zich|hem))')
  assert.equal(choice?.kind, 'either')
})
