import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCheckpoint } from './checkpoint.ts'
import { inclusionRanges, provesInclusion } from './merkle-proof.ts'
import { hashLeaf, rootOfLeaves, splitHashes } from './merkle-tree.ts'
import type { NoteKey } from './signed-note.ts'
import { findLatestCheckpoint, findPlace, listLeafHashes } from './store.ts'
import { encodeEntry, type TrailEntry } from './trail-entry.ts'

/** Everything an outsider needs to see that one entry is in a signed trail, without the others. */
export type EntryProof = {
  readonly entry: TrailEntry
  readonly place: number
  /** the signed checkpoint that the path leads to */
  readonly checkpoint: string
  readonly path: readonly Buffer[]
}

/** Proves one sealed entry. Walks all leaf hashes: meant for the rare question, not for every page. */
export async function proveEntry(work: Work, input: { entryId: string }): Promise<EntryProof> {
  const organisation = work.actor.organisationId
  const found = await findPlace(work.db, organisation, input.entryId)
  const latest = await findLatestCheckpoint(work.db, organisation)
  if (!found || !latest) return refuse('not-found', 'entry-not-sealed')
  work.audit({ act: 'trail.prove', subject: input.entryId })
  const hashes = splitHashes(await listLeafHashes(work.db, organisation, latest.tree_size))
  const path = inclusionRanges(found.place, latest.tree_size).map(({ start, end }) =>
    rootOfLeaves(hashes.slice(start, end)),
  )
  return { ...found, checkpoint: latest.note, path }
}

/** Whether the entry stands at that place in a trail that one of the keys signed. */
export function isProved(proof: EntryProof, keys: readonly NoteKey[]): boolean {
  const checkpoint = openCheckpoint(proof.checkpoint, keys)
  if (checkpoint?.organisation !== proof.entry.organisation) return false
  const leaf = { index: proof.place, hash: hashLeaf(encodeEntry(proof.entry)) }
  return provesInclusion(leaf, checkpoint, proof.path)
}
