import { hashLeaf, splitHashes } from './merkle-tree.ts'
import { encodeEntry, TrailEntry } from './trail-entry.ts'
import type { FoundLeaf, TrailSource } from './trail-source.ts'

/** How the first thing that does not fit, does not fit. */
const misfitKinds = [
  'changed',
  'removed',
  'reordered',
  'added',
  // the checkpoint is not the key holder's, or not this organisation's
  'checkpoint-not-signed',
  // a checkpoint was taken out from between two others
  'checkpoint-missing',
  // the entries fit, the hashes stored beside them do not
  'hashes-changed',
  // a checkpoint kept elsewhere knows of more entries than there are
  'cut-off',
  // a checkpoint kept elsewhere was signed for a different history
  'rewritten',
  'kept-checkpoint-not-signed',
] as const

export type Misfit = {
  readonly how: (typeof misfitKinds)[number]
  /** the first place in the tree that does not fit, counted from 0; none for an entry outside the tree */
  readonly place: number | undefined
  /** the place behind the last one that it can be: more than one further when only the batch is known */
  readonly until: number | undefined
  /** the entry found there; for a removed one only when it left its number behind */
  readonly entryId?: string | undefined
  /** the last entry before it in the same batch that does fit */
  readonly previousId?: string | undefined
  /** hexadecimal; whoever has a copy of the entry can recognise it by this */
  readonly expectedHash?: string
}

/** The leaf hash of what was found, when it can be read as an entry at all. */
export function hashOfFound(found: unknown): Buffer | undefined {
  const entry = TrailEntry.safeParse(found)
  return entry.success ? hashLeaf(encodeEntry(entry.data)) : undefined
}

type Difference = {
  readonly place: number
  readonly expected: Buffer
  /** nothing when the tree ends before this place */
  readonly leaf: FoundLeaf | undefined
}

/**
 * Compares the sealed order with the found order from the first difference on. Is the entry that
 * belongs here still somewhere further on? And does the one found here belong further on?
 */
export async function howItMisfits(source: TrailSource, difference: Difference): Promise<Misfit> {
  const { place, expected, leaf } = difference
  const misfit = (how: Misfit['how'], entryId: string | undefined): Misfit => ({
    how,
    place,
    until: place + 1,
    entryId,
    expectedHash: expected.toString('hex'),
  })
  const found = hashOfFound(leaf?.entry)
  const belongsLater = found ? await isSealedAfter(source, place, found) : false
  const elsewhere = await findAfter(source, place, expected)
  if (elsewhere === 'in-tree') return misfit(belongsLater ? 'reordered' : 'added', leaf?.id)
  if (elsewhere) return misfit('removed', elsewhere.id)
  // An entry that stands in the place of a removed one is not the removed one.
  if (belongsLater || !leaf) return misfit('removed', undefined)
  return misfit(leaf.entry === undefined ? 'removed' : 'changed', leaf.id)
}

async function isSealedAfter(source: TrailSource, place: number, hash: Buffer): Promise<boolean> {
  let at = 0
  for await (const { leafHashes } of source.checkpoints()) {
    if (leafHashes.length % hash.length !== 0) return false
    for (const sealed of splitHashes(leafHashes)) {
      if (at > place && sealed.equals(hash)) return true
      at += 1
    }
  }
  return false
}

async function findAfter(
  source: TrailSource,
  place: number,
  hash: Buffer,
): Promise<'in-tree' | { readonly id: string } | undefined> {
  let at = 0
  for await (const { entry } of source.leaves()) {
    if (at > place && hashOfFound(entry)?.equals(hash)) return 'in-tree'
    at += 1
  }
  for await (const loose of source.loose()) {
    if (hashOfFound(loose.entry)?.equals(hash)) return loose
  }
  return undefined
}
