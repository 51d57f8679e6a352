import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldWord, longestText, tokenise } from './tokenise.ts'

test('words are folded: capitals, accents and apostrophes do not matter', () => {
  assert.deepEqual(["Auto's", 'CONCIËRGE', 'z’n', 'ﬁets', "didn't"].map(foldWord), [
    'autos',
    'concierge',
    'zn',
    'fiets',
    'didnt',
  ])
})

test('offsets point into the text as it was given, also after signs outside the basic plane', () => {
  const text = '😀 Cliënt gaf €50!'
  const { starts, ends } = tokenise(text)
  assert.deepEqual(
    starts.map((start, index) => text.slice(start, ends[index])),
    ['Cliënt', 'gaf', '€', '50'],
  )
})

test('a full stop ends a sentence, but not in a number or after an abbreviation', () => {
  const { sentences } = tokenise('Dhr. Jansen had 3.5 gram. Dat is bijv. veel')
  assert.deepEqual(sentences, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
})

test('a comma makes a new clause in the same sentence', () => {
  const { sentences, clauses } = tokenise('wel geld, geen jas')
  assert.deepEqual(sentences, [0, 0, 0, 0])
  assert.deepEqual(clauses, [0, 0, 1, 1])
})

test('a wrapped line stays one sentence, a list item begins a new one', () => {
  assert.deepEqual(tokenise('hij komt\nte laat\n- dure jas').sentences, [0, 0, 0, 0, 1, 1])
})

test('a text without full stops is cut, so that no sentence grows without end', () => {
  const { sentences } = tokenise('geld '.repeat(1000))
  assert.ok((sentences.at(-1) ?? 0) >= 12)
})

test('what is longer than the longest text is not read', () => {
  const { ends } = tokenise('a '.repeat(longestText))
  assert.ok((ends.at(-1) ?? 0) <= longestText)
})

test('any text at all: words lie inside the text, in order, and never overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { starts, ends } = tokenise(text)
      starts.forEach((start, index) => {
        const end = ends[index] ?? 0
        assert.ok(start < end && end <= text.length)
        assert.ok(index === 0 || start >= (ends[index - 1] ?? 0))
      })
    }),
  )
})
