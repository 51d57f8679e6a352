import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#platform/language.ts'
import { PostgresProblem, postgresProblems } from './embedded-postgres.ts'
import { sentenceFor } from './sentences.ts'

test('every problem has a sentence in both languages, without holes', () => {
  const details = { folder: '/data/x', pid: 12, found: '17', needed: '18', reason: 'because' }
  for (const code of postgresProblems) {
    for (const language of languages) {
      const sentence = sentenceFor(new PostgresProblem(code, details), language)
      assert.match(sentence, /^[A-Z].{60,}\.$/, code)
      assert.doesNotMatch(sentence, /undefined|null|object/, code)
    }
  }
})

test('a problem that names another process or version says which', () => {
  const problem = new PostgresProblem('already-running', { folder: '/data/x', pid: 4711 })
  for (const language of languages) assert.match(sentenceFor(problem, language), /4711/)
})
