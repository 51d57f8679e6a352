import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCheckpoint } from './checkpoint.ts'
import { consistencyRanges, provesConsistency } from './merkle-proof.ts'
import { emptyTree, grow, rootOf, splitHashes } from './merkle-tree.ts'
import type { NoteKey } from './signed-note.ts'
import { findCheckpoint, findLatestCheckpoint } from './store.ts'
import { walkCheckpoints } from './store-walk.ts'

/** That the latest checkpoint's trail begins with the whole trail of an earlier one. */
export type GrowthProof = {
  readonly older: string
  readonly newer: string
  readonly path: readonly Buffer[]
}

/** For whoever holds an old checkpoint and wants to see that nothing before it was rewritten. */
export async function proveGrowth(work: Work, input: { size: number }): Promise<GrowthProof> {
  const { db, actor } = work
  const older = await findCheckpoint(db, actor.organisationId, input.size)
  const newer = await findLatestCheckpoint(db, actor.organisationId)
  if (!older || !newer) return refuse('not-found', 'checkpoint-not-found')
  work.audit({ act: 'trail.prove', details: { size: older.tree_size } })
  const ranges = consistencyRanges(older.tree_size, newer.tree_size)
  const grown = ranges.map((range) => ({ ...range, tree: emptyTree }))
  let at = older.tree_size
  for await (const { leafHashes } of walkCheckpoints(db, actor.organisationId, older.tree_size)) {
    const hashes = splitHashes(leafHashes)
    for (const part of grown) {
      const inside = hashes.slice(Math.max(0, part.start - at), Math.max(0, part.end - at))
      if (part.start >= older.tree_size) part.tree = grow(part.tree, inside)
    }
    at += hashes.length
  }
  // Subtrees inside the older trail are stored with its checkpoint, big to small.
  const left = splitHashes(older.subtrees)
  const path = grown.map(({ start, tree }) =>
    start < older.tree_size ? (left.pop() as Buffer) : rootOf(tree),
  )
  return { older: older.note, newer: newer.note, path }
}

/** Whether both checkpoints are signed, of one organisation, and the newer continues the older. */
export function isGrown(proof: GrowthProof, keys: readonly NoteKey[]): boolean {
  const older = openCheckpoint(proof.older, keys)
  const newer = openCheckpoint(proof.newer, keys)
  if (!older || !newer || older.organisation !== newer.organisation) return false
  return provesConsistency(older, newer, proof.path)
}
