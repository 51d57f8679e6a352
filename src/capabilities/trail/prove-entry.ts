import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCheckpoint } from './checkpoint.ts'
import { inclusionRanges, provesInclusion } from './merkle-proof.ts'
import { emptyTree, grow, hashLeaf, rootOfLeaves, splitHashes } from './merkle-tree.ts'
import type { NoteKey } from './signed-note.ts'
import { findCheckpoint, findCheckpointOver, findPlace } from './store.ts'
import { encodeEntry, type TrailEntry } from './trail-entry.ts'

/** Everything an outsider needs to see that one entry is in a signed trail, without the others. */
export type EntryProof = {
  readonly entry: TrailEntry
  readonly place: number
  /** the signed checkpoint that the path leads to: the one that sealed the entry */
  readonly checkpoint: string
  readonly path: readonly Buffer[]
}

/** Proves one sealed entry. Reads its own batch only, however long the trail is. */
export async function proveEntry(work: Work, input: { entryId: string }): Promise<EntryProof> {
  const { db, actor } = work
  const found = await findPlace(db, actor.organisationId, input.entryId)
  const sealed = found && (await findCheckpointOver(db, actor.organisationId, found.place))
  if (!found || !sealed) return refuse('not-found', 'entry-not-sealed')
  work.audit({ act: 'trail.prove', subject: input.entryId })
  const hashes = splitHashes(sealed.leaf_hashes)
  const after = sealed.tree_size - hashes.length
  const earlier = await findCheckpoint(db, actor.organisationId, after)
  const before = earlier ? { size: after, subtrees: splitHashes(earlier.subtrees) } : emptyTree
  // What lies before the entry are the full subtrees of the tree as it was without it, big to small.
  const left = [...grow(before, hashes.slice(0, found.place - after)).subtrees]
  const path = inclusionRanges(found.place, sealed.tree_size).map(({ start, end }) =>
    start < found.place
      ? (left.pop() as Buffer)
      : rootOfLeaves(hashes.slice(start - after, end - after)),
  )
  return { ...found, checkpoint: sealed.note, path }
}

/** Whether the entry stands at that place in a trail that one of the keys signed. */
export function isProved(proof: EntryProof, keys: readonly NoteKey[]): boolean {
  const checkpoint = openCheckpoint(proof.checkpoint, keys)
  if (checkpoint?.organisation !== proof.entry.organisation) return false
  const leaf = { index: proof.place, hash: hashLeaf(encodeEntry(proof.entry)) }
  return provesInclusion(leaf, checkpoint, proof.path)
}
