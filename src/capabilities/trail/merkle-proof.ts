import { hashNode } from './merkle-tree.ts'

/** The leaves from `start` up to and not including `end`. */
export type LeafRange = { readonly start: number; readonly end: number }

/**
 * Which subtrees prove that leaf `index` is in a tree of `size` leaves, in the order of the proof.
 * The proof is the root of each. Source: RFC 6962, 2.1.1 (PATH).
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isIndex(index) || !isIndex(size) || index >= size)
    throw new Error('No such leaf in the tree.')
  const path: LeafRange[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      path.unshift({ start: middle, end })
      end = middle
    } else {
      path.unshift({ start, end: middle })
      start = middle
    }
  }
  return path
}

/**
 * Which subtrees prove that a tree of `newer` leaves begins with the tree of `older` leaves.
 * Source: RFC 6962, 2.1.2 (PROOF).
 */
export function consistencyRanges(older: number, newer: number): LeafRange[] {
  if (!isIndex(older) || !isIndex(newer) || older > newer) throw new Error('A tree only grows.')
  if (older === 0 || older === newer) return []
  const proof: LeafRange[] = []
  let [start, end] = [0, newer]
  // The right edge of the older tree decides where to turn, until a subtree ends exactly there.
  while (end !== older) {
    const middle = start + splitOf(end - start)
    if (older <= middle) {
      proof.unshift({ start: middle, end })
      end = middle
    } else {
      proof.unshift({ start, end: middle })
      start = middle
    }
  }
  // Starting at 0 this subtree is the older tree itself, which the verifier holds already.
  if (start > 0) proof.unshift({ start, end })
  return proof
}

/** Source: RFC 9162, 2.1.3.2. */
export function provesInclusion(
  leaf: { index: number; hash: Buffer },
  tree: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isIndex(leaf.index) || !isIndex(tree.size) || leaf.index >= tree.size) return false
  let place = leaf.index
  let last = tree.size - 1
  let root = leaf.hash
  for (const hash of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      root = hashNode(hash, root)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      root = hashNode(root, hash)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && root.equals(tree.root)
}

/** Source: RFC 9162, 2.1.4.2; an empty tree is the beginning of every tree. */
export function provesConsistency(
  older: { size: number; root: Buffer },
  newer: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isIndex(older.size) || !isIndex(newer.size) || older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)
  if (older.size === 0) return proof.length === 0
  let place = older.size - 1
  let last = newer.size - 1
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  // A full subtree on the left edge is the older root itself and is not repeated in the proof.
  const [seed, ...rest] = place === 0 ? [older.root, ...proof] : proof
  if (!seed || proof.length === 0) return false
  let olderRoot = seed
  let newerRoot = seed
  for (const hash of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      olderRoot = hashNode(hash, olderRoot)
      newerRoot = hashNode(hash, newerRoot)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      newerRoot = hashNode(newerRoot, hash)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && olderRoot.equals(older.root) && newerRoot.equals(newer.root)
}

const isIndex = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

// Not a shift: those are 32 bits wide, a trail may be longer.
const half = (value: number): number => Math.floor(value / 2)

/** The largest power of two smaller than the size: where RFC 6962 splits a tree. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}
