import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

test('a setting that cannot be used is named, with every other one that is wrong', () => {
  assert.throws(
    () => readConfig({ OOGMERK_PORT: 'many', OOGMERK_DEMO: 'maybe' }),
    (error: Error) => /OOGMERK_PORT/.test(error.message) && /OOGMERK_DEMO/.test(error.message),
  )
})

test('a real database means no fictional people, unless somebody asks for them', () => {
  const url = 'postgres://localhost/oogmerk'
  assert.equal(readConfig({}).demo, true)
  assert.equal(readConfig({ DATABASE_URL: url }).demo, false)
  assert.equal(readConfig({ DATABASE_URL: url, OOGMERK_DEMO: 'on' }).demo, true)
  assert.equal(readConfig({ OOGMERK_DEMO: 'off' }).demo, false)
})

test('the operator is spoken to in the language of the machine', () => {
  assert.equal(readConfig({ LANG: 'nl_NL.UTF-8' }).language, 'nl')
  assert.equal(readConfig({ LANG: 'nl_NL.UTF-8', LC_ALL: 'C' }).language, 'en')
  assert.equal(readConfig({}).language, 'en')
})
