import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '#platform/canonical-json.ts'

test('canonical JSON refuses what JSON cannot hold, and writes the same value the same way', () => {
  for (const value of [Number.NaN, Infinity, '\ud800', undefined, () => 1, new Date(0), 1n]) {
    assert.throws(() => canonicalJson(value), TypeError)
  }
  // The examples of RFC 8785, sections 3.2.2 and 3.2.3.
  assert.equal(
    canonicalJson({
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    }),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  const names = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö']
  const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33']
  const written = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))
  assert.equal(written, `{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`)
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read: unknown = JSON.parse(canonicalJson(value))
      assert.equal(canonicalJson(read), canonicalJson(value))
      assert.deepEqual(read, JSON.parse(JSON.stringify(value)))
    }),
  )
})
