import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import {
  emptyTree,
  type GrowingTree,
  grow,
  hashLength,
  rootOf,
  splitHashes,
} from './merkle-tree.ts'
import { hashOfFound, howItMisfits, type Misfit } from './misfit.ts'
import type { NoteKey } from './signed-note.ts'
import { TrailEntry } from './trail-entry.ts'
import type { FoundCheckpoint, FoundLeaf, FoundLoose, TrailSource } from './trail-source.ts'

export type TrailReport = {
  readonly organisation: string
  /** how many entries, from the first one on, are proved to stand where and as they were sealed */
  readonly proved: number
  /** the last checkpoint that everything before it agrees with */
  readonly latest: Checkpoint | undefined
  /** written, not yet sealed: nothing can be proved about these */
  readonly waiting: { readonly count: number; readonly oldest: string | undefined }
  /** the first thing that does not fit; nothing when all is well */
  readonly misfit: Misfit | undefined
}

type Trust = {
  /** the public keys that may have signed checkpoints */
  readonly keys: readonly NoteKey[]
  /**
   * Notes of earlier checkpoints that were kept out of reach of whoever owns the database. Those of
   * other organisations say nothing about this trail and are passed over.
   */
  readonly kept?: readonly string[]
}

/** Checks a trail from its first entry to its last with nothing but public keys. */
export async function verifyTrail(source: TrailSource, trust: Trust): Promise<TrailReport> {
  const sealed = await walkTree(source, trust)
  const loose = await walkLoose(source)
  return {
    organisation: source.organisation,
    proved: sealed.tree.size,
    latest: sealed.latest,
    waiting: loose.waiting,
    misfit: sealed.misfit ?? loose.misfit,
  }
}

type Walk = {
  readonly tree: GrowingTree
  readonly latest: Checkpoint | undefined
  readonly misfit?: Misfit | undefined
}

async function walkTree(source: TrailSource, { keys, kept = [] }: Trust): Promise<Walk> {
  const memories = kept
    .map((note) => openCheckpoint(note, keys))
    .filter((memory) => !memory || memory.organisation === source.organisation)
  const leaves = source.leaves()[Symbol.asyncIterator]()
  let tree = emptyTree
  let latest: Checkpoint | undefined
  const stop = (misfit: Misfit): Walk => ({ tree, latest, misfit })
  try {
    for await (const found of source.checkpoints()) {
      const checkpoint = openCheckpoint(found.note, keys)
      if (checkpoint?.organisation !== source.organisation) {
        return stop({ how: 'checkpoint-not-signed', ...from(tree.size) })
      }
      if (checkpoint.after !== tree.size)
        return stop({ how: 'checkpoint-missing', ...from(tree.size) })
      if (memories.some((memory) => memory && contradicts(memory, checkpoint))) {
        return {
          tree: emptyTree,
          latest: undefined,
          misfit: { how: 'rewritten', ...from(0, checkpoint.size) },
        }
      }
      const batch = await walkBatch(source, leaves, tree, checkpoint, found)
      tree = batch.tree
      if (batch.misfit) return stop(batch.misfit)
      latest = checkpoint
    }
    const { value: leaf, done } = await leaves.next()
    if (!done) return stop({ how: 'added', ...from(tree.size), entryId: leaf.id })
    return { tree, latest, misfit: cutOff(memories, tree.size) }
  } finally {
    await leaves.return?.()
  }
}

function cutOff(memories: readonly (Checkpoint | undefined)[], size: number): Misfit | undefined {
  for (const memory of memories) {
    if (!memory) {
      return { how: 'kept-checkpoint-not-signed', place: undefined, until: undefined }
    }
    if (memory.size > size) return { how: 'cut-off', ...from(size, memory.size) }
  }
  return undefined
}

/** Every checkpoint ever signed is a border between batches, with the same root. */
function contradicts(memory: Checkpoint, checkpoint: Checkpoint): boolean {
  if (memory.size === checkpoint.size) return !memory.root.equals(checkpoint.root)
  return checkpoint.after < memory.size && memory.size < checkpoint.size
}

const from = (place: number, until = place + 1) => ({ place, until })

type Batch = { readonly tree: GrowingTree; readonly misfit?: Misfit }

/**
 * Holds the entries of one batch against the hashes that were stored with its checkpoint, once those
 * have shown that they lead to the signed root.
 */
async function walkBatch(
  source: TrailSource,
  leaves: AsyncIterator<FoundLeaf>,
  before: GrowingTree,
  checkpoint: Checkpoint,
  stored: FoundCheckpoint,
): Promise<Batch> {
  const count = checkpoint.size - before.size
  if (!leadsToRoot(before, stored.leafHashes, checkpoint)) {
    return walkWithoutHashes(leaves, before, checkpoint, count)
  }
  const expected = splitHashes(stored.leafHashes)
  let previousId: string | undefined
  for (const [index, hash] of expected.entries()) {
    const at = before.size + index
    const { value: leaf, done } = await leaves.next()
    const found = done ? undefined : hashOfFound(leaf.entry)
    if (!found?.equals(hash)) {
      const misfit = await howItMisfits(source, {
        place: at,
        expected: hash,
        leaf: done ? undefined : leaf,
      })
      return { tree: grow(before, expected.slice(0, index)), misfit: { ...misfit, previousId } }
    }
    if (leaf.place !== at) {
      const misfit: Misfit = { how: 'reordered', ...from(at), entryId: leaf.id, previousId }
      return { tree: grow(before, expected.slice(0, index)), misfit }
    }
    previousId = leaf.id
  }
  return { tree: grow(before, expected) }
}

function leadsToRoot(before: GrowingTree, leafHashes: Buffer, checkpoint: Checkpoint): boolean {
  if (leafHashes.length !== (checkpoint.size - before.size) * hashLength) return false
  return rootOf(grow(before, splitHashes(leafHashes))).equals(checkpoint.root)
}

/** The stored hashes were tampered with: the batch as a whole still fits the signed root, or not. */
async function walkWithoutHashes(
  leaves: AsyncIterator<FoundLeaf>,
  before: GrowingTree,
  checkpoint: Checkpoint,
  count: number,
): Promise<Batch> {
  let tree = before
  for (let index = 0; index < count; index++) {
    const { value: leaf, done } = await leaves.next()
    const hash = done ? undefined : hashOfFound(leaf.entry)
    if (!hash) break
    tree = grow(tree, [hash])
  }
  const how = rootOf(tree).equals(checkpoint.root) ? 'hashes-changed' : 'changed'
  return { tree: before, misfit: { how, ...from(before.size, checkpoint.size) } }
}

async function walkLoose(source: TrailSource) {
  let count = 0
  let oldest: string | undefined
  let misfit: Misfit | undefined
  for await (const loose of source.loose()) {
    const entry = TrailEntry.safeParse(loose.entry).data
    if (!entry || !loose.waiting) {
      misfit ??= { how: howLoose(loose), place: undefined, until: undefined, entryId: loose.id }
      continue
    }
    count += 1
    if (!oldest || entry.recordedAt < oldest) oldest = entry.recordedAt
  }
  return { waiting: { count, oldest }, misfit }
}

function howLoose({ entry, waiting }: FoundLoose): Misfit['how'] {
  if (!waiting) return 'added'
  return entry === undefined ? 'removed' : 'changed'
}
