import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  consistencyRanges,
  inclusionRanges,
  type LeafRange,
  provesConsistency,
  provesInclusion,
} from './merkle-proof.ts'
import { emptyTree, grow, hashLeaf, rootOf, rootOfLeaves, splitHashes } from './merkle-tree.ts'

const hex = (text: string): Buffer => Buffer.from(text, 'hex')

// The eight leaves, roots and proofs of the certificate-transparency reference implementations
// (merkle_tree_test.cc; transparency-dev/merkle, proof/verify_test.go).
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex)

const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex)

const leaf1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const leaf4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const leaf6 = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f'
const leaves2to4 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const leaves4to6 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const leaves6to8 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const leaves4to8 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const leaves0to2 = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'
const leaves0to4 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
const leaf0 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'

const inclusionVectors: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [0, 8, [leaf1, leaves2to4, leaves4to8]],
  [5, 8, [leaf4, leaves6to8, leaves0to4]],
  [2, 3, [leaves0to2]],
  [1, 5, [leaf0, leaves2to4, leaf4]],
]

const consistencyVectors: [older: number, newer: number, proof: string[]][] = [
  [1, 1, []],
  [1, 8, [leaf1, leaves2to4, leaves4to8]],
  [6, 8, [leaves4to6, leaves6to8, leaves0to4]],
  [2, 5, [leaves2to4, leaf4]],
  [6, 7, [leaves4to6, leaf6, leaves0to4]],
]

const leafHashes = leaves.map(hashLeaf)
const proofOver = (hashes: Buffer[], ranges: LeafRange[]): Buffer[] =>
  ranges.map(({ start, end }) => rootOfLeaves(hashes.slice(start, end)))

/** The definition of RFC 6962, 2.1, word for word and as slow as it reads. */
function definedRoot(data: readonly Buffer[]): Buffer {
  const sha256 = createHash('sha256')
  const [first] = data
  if (!first) return sha256.digest()
  if (data.length === 1) return sha256.update('\u0000').update(first).digest()
  let split = 1
  while (split * 2 < data.length) split *= 2
  return sha256
    .update('\u0001')
    .update(definedRoot(data.slice(0, split)))
    .update(definedRoot(data.slice(split)))
    .digest()
}

const someLeaves = fc.array(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  {
    minLength: 1,
    maxLength: 70,
  },
)
const oneOf = (hashes: Buffer[]) => fc.nat({ max: hashes.length - 1 })

test('the roots are those of the reference implementations, from the empty tree to eight leaves', () => {
  for (const [size, root] of roots.entries()) {
    assert.deepEqual(rootOfLeaves(leafHashes.slice(0, size)), root)
    assert.deepEqual(definedRoot(leaves.slice(0, size)), root)
  }
})

test('the inclusion proofs are those of the reference implementations and prove', () => {
  for (const [index, size, vector] of inclusionVectors) {
    const proof = vector.map(hex)
    assert.deepEqual(proofOver(leafHashes, inclusionRanges(index, size)), proof)
    const leaf = { index, hash: leafHashes[index] as Buffer }
    assert.ok(provesInclusion(leaf, { size, root: roots[size] as Buffer }, proof))
  }
})

test('the consistency proofs are those of the reference implementations and prove', () => {
  for (const [older, newer, vector] of consistencyVectors) {
    const proof = vector.map(hex)
    assert.deepEqual(proofOver(leafHashes, consistencyRanges(older, newer)), proof)
    assert.ok(
      provesConsistency(
        { size: older, root: roots[older] as Buffer },
        { size: newer, root: roots[newer] as Buffer },
        proof,
      ),
    )
  }
})

test('a tree that grows in two steps has the root that the definition gives', () => {
  fc.assert(
    fc.property(someLeaves, fc.nat(), (data, cut) => {
      const hashes = data.map(hashLeaf)
      const step = cut % (data.length + 1)
      const grown = grow(grow(emptyTree, hashes.slice(0, step)), hashes.slice(step))
      assert.deepEqual(rootOf(grown), definedRoot(data))
      assert.equal(grown.size, data.length)
    }),
  )
})

test('an inclusion proof fails for another place, size, leaf, root, and with a hash too many, too few or changed', () => {
  fc.assert(
    fc.property(
      someLeaves
        .map((data) => data.map(hashLeaf))
        .chain((hashes) => fc.tuple(fc.constant(hashes), oneOf(hashes))),
      fc.nat(),
      ([hashes, index], pick) => {
        const tree = { size: hashes.length, root: rootOfLeaves(hashes) }
        const leaf = { index, hash: hashes[index] as Buffer }
        const proof = proofOver(hashes, inclusionRanges(index, tree.size))
        assert.ok(provesInclusion(leaf, tree, proof))
        assert.ok(!provesInclusion({ ...leaf, hash: flipped(leaf.hash) }, tree, proof))
        assert.ok(!provesInclusion(leaf, { ...tree, root: flipped(tree.root) }, proof))
        assert.ok(!provesInclusion(leaf, tree, [...proof, tree.root]))
        assert.ok(!provesInclusion(leaf, tree, [tree.root, ...proof]))
        assert.ok(!provesInclusion({ ...leaf, index: tree.size }, tree, proof))
        assert.ok(!provesInclusion({ ...leaf, index: -1 }, tree, proof))
        assert.ok(!provesInclusion(leaf, { ...tree, size: 0 }, proof))
        if (proof.length === 0) return
        const at = pick % proof.length
        assert.ok(!provesInclusion(leaf, tree, proof.toSpliced(at, 1)))
        assert.ok(!provesInclusion(leaf, tree, proof.with(at, flipped(proof[at] as Buffer))))
      },
    ),
  )
})

test('a consistency proof fails for other sizes and roots, and with a hash too many, too few or changed', () => {
  fc.assert(
    fc.property(
      someLeaves
        .map((data) => data.map(hashLeaf))
        .chain((hashes) => fc.tuple(fc.constant(hashes), oneOf(hashes))),
      fc.nat(),
      ([hashes, last], pick) => {
        const older = { size: last + 1, root: rootOfLeaves(hashes.slice(0, last + 1)) }
        const newer = { size: hashes.length, root: rootOfLeaves(hashes) }
        const proof = proofOver(hashes, consistencyRanges(older.size, newer.size))
        assert.ok(provesConsistency(older, newer, proof))
        assert.ok(!provesConsistency({ ...older, root: flipped(older.root) }, newer, proof))
        assert.ok(!provesConsistency(older, { ...newer, root: flipped(newer.root) }, proof))
        assert.ok(!provesConsistency(older, newer, [...proof, newer.root]))
        assert.ok(!provesConsistency({ ...older, size: newer.size + 1 }, newer, proof))
        if (proof.length === 0) return
        const at = pick % proof.length
        assert.ok(!provesConsistency(older, newer, []))
        assert.ok(!provesConsistency(older, newer, proof.toSpliced(at, 1)))
        assert.ok(!provesConsistency(older, newer, proof.with(at, flipped(proof[at] as Buffer))))
      },
    ),
  )
})

test('nothing can be asked about a leaf or a size that is not there', () => {
  assert.throws(() => inclusionRanges(0, 0), /No such leaf/)
  assert.throws(() => inclusionRanges(7, 7), /No such leaf/)
  assert.throws(() => inclusionRanges(-1, 7), /No such leaf/)
  assert.throws(() => consistencyRanges(9, 8), /only grows/)
  assert.throws(() => splitHashes(Buffer.alloc(33)), /whole number/)
})

function flipped(hash: Buffer): Buffer {
  const other = Buffer.from(hash)
  other[0] = (other[0] ?? 0) ^ 16
  return other
}
