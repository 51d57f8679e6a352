import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadLexicon } from './lexicon-file.ts'
import { prepareLexicon } from './recognise.ts'
import { longestLine, recogniseLines } from './recognise-lines.ts'

const recogniser = prepareLexicon(loadLexicon('nl'), loadLexicon('en'))

async function answers(...lines: string[]) {
  async function* input() {
    yield* lines
  }
  const written: string[] = []
  await recogniseLines(recogniser, input(), (line) => written.push(line))
  return written.map((line) => JSON.parse(line))
}

test('a bad line gives an error with its number, and the run goes on', async () => {
  const [first, second, third, fourth] = await answers(
    'no json',
    '{"id":"b"}',
    '{"id":"c","text":"x","lang":"fr"}',
    '{"id":"d","text":"Hij had een mes op zak."}',
  )
  assert.deepEqual([first.id, first.line], [null, 1])
  assert.deepEqual([second.id, second.line, /text/.test(second.error)], ['b', 2, true])
  assert.deepEqual([third.id, third.line], ['c', 3])
  assert.equal(fourth.id, 'd')
  assert.equal(fourth.error, undefined)
})

test('a line without end is refused unread', async () => {
  const [only] = await answers(`{"id":"a","text":"${'a'.repeat(longestLine)}"}`)
  assert.match(only.error, /too long/)
})

test('a good line gives the language and the signals with spans and negation, nothing more', async () => {
  const [only] = await answers('{"id":"a","text":"Hij had geen mes op zak."}')
  assert.equal(only.lang, 'nl')
  const signal = only.signals.find((one: { signal: string }) => one.signal === 'PRP-03')
  assert.deepEqual(Object.keys(signal).sort(), ['negated', 'signal', 'spans'])
  assert.equal(signal.negated, true)
})
