import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { envelopeLength, joinHalves, makeWaveKey, openEnvelope, sealEnvelope } from './envelope.ts'

const { publicKey, halves } = makeWaveKey()
const key = joinHalves(halves, publicKey)
assert.ok(key)

describe('the envelope of an answer', () => {
  it('is not opened by another key, as another wave, or when a bit was changed', () => {
    const sealed = sealEnvelope(publicKey, 'wave-1', { worried: 'yes' })
    const other = makeWaveKey()
    const otherKey = joinHalves(other.halves, other.publicKey)
    assert.ok(otherKey)
    assert.throws(() => openEnvelope(otherKey, 'wave-1', sealed))
    assert.throws(() => openEnvelope(key, 'wave-2', sealed))
    assert.throws(() => openEnvelope(key, 'wave-1', sealed.subarray(1)), /no envelope/)
    const changed = Buffer.from(sealed)
    changed[100] = (changed[100] ?? 0) ^ 1
    assert.throws(() => openEnvelope(key, 'wave-1', changed))
  })

  it('takes both halves of the key of its wave, in either order', () => {
    const [one, two] = halves
    assert.equal(joinHalves([one, one], publicKey), undefined)
    assert.equal(joinHalves([one, makeWaveKey().halves[1]], publicKey), undefined)
    assert.equal(joinHalves(['', two], publicKey), undefined)
    assert.equal(joinHalves([one, 'zz'.repeat(32)], publicKey), undefined)
    assert.ok(joinHalves([two.toUpperCase(), ` ${one.slice(0, 32)}-${one.slice(32)}`], publicKey))
  })

  it('is as long for a long answer as for a short one, and never the same twice', () => {
    const short = sealEnvelope(publicKey, 'wave-1', {})
    const long = sealEnvelope(publicKey, 'wave-1', { help: 'ë'.repeat(4000) })
    assert.deepEqual([short.length, long.length], [envelopeLength, envelopeLength])
    assert.notDeepEqual(sealEnvelope(publicKey, 'wave-1', {}), short)
    assert.deepEqual(openEnvelope(key, 'wave-1', long), { help: 'ë'.repeat(4000) })
    assert.throws(() => sealEnvelope(publicKey, 'wave-1', { help: 'a'.repeat(9000) }), RangeError)
  })
})
