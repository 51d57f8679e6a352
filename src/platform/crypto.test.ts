import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blindIndex, deriveKey, newKey, open, openJson, seal, sealJson } from './crypto.ts'

const key = newKey()

test('a sealed value does not open with another key, in another place, or with one bit changed', () => {
  const sealed = seal(key, Buffer.from('Noor Voorbeeld'), 'signal:1')
  assert.throws(() => open(newKey(), sealed, 'signal:1'))
  assert.throws(() => open(key, sealed, 'signal:2'))
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.throws(() => open(key, changed, 'signal:1'), `bit ${at}`)
  }
  assert.throws(() => open(key, sealed.subarray(0, 20), 'signal:1'))
})

test('whatever is sealed comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, context) => {
      const plain = Buffer.from(bytes)
      assert.deepEqual(open(key, seal(key, plain, context), context), plain)
    }),
  )
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      assert.equal(JSON.stringify(openJson(key, sealJson(key, value, 'x'), 'x')), text)
    }),
  )
})

test('the same text sealed twice does not look the same', () => {
  const twice = [1, 2].map(() => seal(key, Buffer.from('Noor'), 'x').toString('hex'))
  assert.notEqual(twice[0], twice[1])
})

test('an index finds equal texts within one key and one use only', () => {
  const index = (text: string, use = 'subject', with_ = key) =>
    blindIndex(with_, use, text).toString('hex')
  assert.equal(index('Zoë'), index('Zoe\u0308'))
  assert.notEqual(index('Zoë'), index('Zoe'))
  assert.notEqual(index('Zoë'), index('Zoë', 'handle'))
  assert.notEqual(index('Zoë'), index('Zoë', 'subject', newKey()))
})

test('keys for different uses differ', () => {
  assert.notDeepEqual(deriveKey(key, 'cookies'), deriveKey(key, 'trail'))
})
