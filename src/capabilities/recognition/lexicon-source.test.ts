import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLexicon } from './compile-lexicon.ts'
import { LexiconError, readLexiconSource } from './lexicon-source.ts'

const good = `source: own
words:
  money: "geld, euro"
signals:
  MON-02:
    reason: "Er staat iets over geld."
    patterns: |
      <money> + veel
    examples: ["veel geld"]
    not: ["geen idee"]
`

function errorOf(yaml: string): LexiconError {
  try {
    readLexiconSource('nl/test.yaml', yaml)
  } catch (error) {
    if (error instanceof LexiconError) return error
  }
  return assert.fail('was not refused')
}

test('a wrong pattern is refused with file, line and field', () => {
  const error = errorOf(good.replace('<money> + veel', '<money> + (veel'))
  assert.deepEqual(
    [error.file, error.line, error.field],
    ['nl/test.yaml', 8, 'signals.MON-02.patterns'],
  )
})

test('a missing field is refused at the signal that misses it', () => {
  const error = errorOf(good.replace('    not: ["geen idee"]\n', ''))
  assert.equal(error.field, 'signals.MON-02.not')
  assert.ok(error.line >= 5)
})

test('a field that does not exist is refused', () => {
  assert.match(errorOf(`${good}weights: 3\n`).message, /weights/)
})

test('broken YAML is refused with its line', () => {
  assert.equal(errorOf('source: own\nwords: {').line, 2)
})

test('a word class that does not exist is named', () => {
  const sources = new Map([['nl/a.yaml', readLexiconSource('nl/a.yaml', good)]])
  assert.throws(() => compileLexicon('nl', sources), /no word class <negates-forward>/)
})

test('what a beginning in the same list covers does not travel to the browser', () => {
  const cues =
    'negates-forward negates-around cancels-negation does-not-negate breaks-clause hearsay uncertain'
  const yaml = `source: own
words:
${cues
  .split(' ')
  .map((name) => `  ${name}: "${name.slice(0, 4)}"`)
  .join('\n')}
  threat: "bedreig*, bedreigd, bedreigt, dreigt, dreigt"
signals:
  DEB-03:
    reason: "Er staat een dreiging."
    patterns: |
      <threat> + (hem|hem|haar)
    examples: ["hij bedreigt haar"]
    not: ["niets"]
`
  const lexicon = compileLexicon('nl', new Map([['a', readLexiconSource('a', yaml)]]))
  assert.equal(lexicon.words.at(-1), 'bedreig*,dreigt')
  assert.deepEqual(lexicon.signals[0]?.patterns, ['<7> + (haar|hem)'])
})
