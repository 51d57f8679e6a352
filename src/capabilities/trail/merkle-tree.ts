import { hash } from 'node:crypto'

/** Bytes of a SHA-256 hash. */
export const hashLength = 32

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

// Different first bytes keep a leaf from ever passing for a node. Source: RFC 6962, 2.1.
const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

export const hashLeaf = (leaf: Uint8Array): Buffer => sha256(Buffer.concat([leafMark, leaf]))

export const hashNode = (left: Uint8Array, right: Uint8Array): Buffer =>
  sha256(Buffer.concat([nodeMark, left, right]))

/**
 * A tree that can still grow: its size and the roots of the full subtrees that it consists of, left
 * to right, one for every bit set in the size. Twenty hashes stand for a million leaves.
 */
export type GrowingTree = {
  readonly size: number
  readonly subtrees: readonly Buffer[]
}

export const emptyTree: GrowingTree = { size: 0, subtrees: [] }

/** The tree with these leaf hashes behind it. */
export function grow(tree: GrowingTree, leafHashes: Iterable<Buffer>): GrowingTree {
  const subtrees = [...tree.subtrees]
  let size = tree.size
  for (const leafHash of leafHashes) {
    let joined = leafHash
    // As in counting: every 1 at the end of the size carries over into one bigger subtree.
    for (let carry = size; carry % 2 === 1; carry = (carry - 1) / 2) {
      joined = hashNode(subtrees.pop() as Buffer, joined)
    }
    subtrees.push(joined)
    size += 1
  }
  return { size, subtrees }
}

/** The Merkle tree hash over all leaves. */
export function rootOf(tree: GrowingTree): Buffer {
  const root = tree.subtrees.reduceRight<Buffer | undefined>(
    (right, left) => (right ? hashNode(left, right) : left),
    undefined,
  )
  return root ?? sha256(Buffer.alloc(0))
}

export const rootOfLeaves = (leafHashes: Iterable<Buffer>): Buffer =>
  rootOf(grow(emptyTree, leafHashes))

/** Hashes that lie behind each other in one run of bytes. Throws when they do not end on a whole one. */
export function splitHashes(bytes: Buffer): Buffer[] {
  if (bytes.length % hashLength !== 0) throw new Error('Not a whole number of hashes.')
  return Array.from({ length: bytes.length / hashLength }, (_, index) =>
    bytes.subarray(index * hashLength, (index + 1) * hashLength),
  )
}
