import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import {
  envelopeLength,
  halfFits,
  joinHalves,
  keyOf,
  makeHalf,
  openEnvelope,
  sealEnvelope,
} from './envelope.ts'

/** As two people make it: the second knows what came of the first half, and not that half. */
function makeWaveKey() {
  const first = makeHalf()
  const second = makeHalf(first.publicKey)
  return { ...second, first, halves: [first.half, second.half] as const }
}
const { publicKey, halves, first } = makeWaveKey()
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

  it('tells a keeper that their own half is right, and nobody that of another', () => {
    const [one, two] = halves
    assert.ok(halfFits(` ${one.toUpperCase()}`, first.publicKey))
    assert.ok(halfFits(two, publicKey, first.publicKey))
    assert.ok(!halfFits(two, first.publicKey))
    assert.ok(!halfFits(one, publicKey, first.publicKey))
    assert.ok(!halfFits('', first.publicKey))
    assert.ok(keyOf([two, one]).equals(publicKey))
  })

  it('is opened by the halves of a wave that was begun when one key was divided in two', () => {
    const [one, other] = [randomBytes(32), randomBytes(32)]
    const secret = Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)))
    const head = Buffer.from('302e020100300506032b656e04220420', 'hex')
    const der = { format: 'der', type: 'pkcs8' } as const
    const before = createPublicKey(
      createPrivateKey({ key: Buffer.concat([head, secret]), ...der }),
    ).export({ type: 'spki', format: 'der' })
    const opens = joinHalves([one.toString('hex'), other.toString('hex')], before)
    assert.ok(opens)
    const sealed = sealEnvelope(before, 'wave-0', { worried: 'no' })
    assert.deepEqual(openEnvelope(opens, 'wave-0', sealed), { worried: 'no' })
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
