import assert from 'node:assert/strict'
import { test } from 'node:test'
import { originProblem, readConfig } from './config.ts'

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

test('real work that others can reach needs an https address of its own', () => {
  const real = (settings: NodeJS.ProcessEnv) =>
    originProblem(readConfig({ OOGMERK_DEMO: 'off', ...settings }))
  const school = 'https://oogmerk.voorbeeld.example'
  assert.equal(real({ OOGMERK_HOST: '0.0.0.0' }), 'missing')
  assert.equal(real({ OOGMERK_HOST: '::' }), 'missing')
  assert.equal(real({ OOGMERK_HOST: '' }), 'missing')
  assert.equal(real({ OOGMERK_PROXIES: '1' }), 'missing')
  assert.equal(
    real({ OOGMERK_HOST: '0.0.0.0', OOGMERK_ORIGIN: 'http://oogmerk.example' }),
    'not-https',
  )
  assert.equal(real({ OOGMERK_ORIGIN: 'http://oogmerk.example' }), 'not-https')
  assert.equal(real({ OOGMERK_HOST: '0.0.0.0', OOGMERK_ORIGIN: school }), undefined)
  assert.equal(real({ OOGMERK_PROXIES: '1', OOGMERK_ORIGIN: school }), undefined)
  assert.equal(real({}), undefined)
  assert.equal(real({ OOGMERK_HOST: 'localhost' }), undefined)
  assert.equal(real({ OOGMERK_ORIGIN: 'http://localhost:3000' }), undefined)
  assert.equal(originProblem(readConfig({ OOGMERK_HOST: '0.0.0.0' })), undefined)
})

test('a PORT that does not count is noticed, and one beside our own is nobody’s concern', () => {
  assert.equal(readConfig({ PORT: '4477' }).portNotRead, '4477')
  assert.equal(readConfig({ PORT: '4477', OOGMERK_PORT: '80' }).portNotRead, undefined)
})
