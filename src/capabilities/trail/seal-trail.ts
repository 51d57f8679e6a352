import type { InTransaction, Work } from '#platform/work.ts'
import { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts'
import type { KeptCheckpoints } from './kept-checkpoints.ts'
import { emptyTree, type GrowingTree, grow, hashLeaf, rootOf, splitHashes } from './merkle-tree.ts'
import type { NoteKey, NoteSigner } from './signed-note.ts'
import {
  findCheckpoint,
  findLatestCheckpoint,
  insertBatch,
  listUnsealed,
  lockTrail,
  type QueuePart,
} from './store.ts'
import { encodeEntry, TrailEntry } from './trail-entry.ts'

export type Seal = {
  readonly signer: NoteSigner
  /** keys that signed earlier checkpoints, before the present one */
  readonly earlierKeys?: readonly NoteKey[]
  /** where the latest checkpoint is remembered, out of the database's reach */
  readonly kept: KeptCheckpoints
  /** entries per checkpoint; a smaller number names a tampered place more precisely */
  readonly batchSize?: number
}

/** The stored trail is not the one that was signed. Nothing is sealed on top of it: people must look. */
export class BrokenTrail extends Error {
  constructor(organisation: string, what: string) {
    super(`The trail of organisation ${organisation} cannot be sealed further: ${what}.`)
    this.name = 'BrokenTrail'
  }
}

/** Gives every waiting entry of one organisation its place in the tree. Returns how many. */
export async function sealTrail(
  inTransaction: InTransaction,
  organisationId: string,
  seal: Seal,
): Promise<number> {
  const actor = { kind: 'system', name: 'sealing', organisationId } as const
  const batchSize = seal.batchSize ?? 500
  let total = 0
  let last: string | undefined
  for (;;) {
    const batch = await inTransaction(actor, 'maintenance', (work) =>
      sealBatch(work, seal, { after: last, limit: batchSize }),
    )
    if (batch) await seal.kept.keep(organisationId, batch.note)
    total += batch?.sealed ?? 0
    if (!batch || batch.sealed < batchSize) return total
    last = batch.last
  }
}

async function sealBatch(work: Work, seal: Seal, part: QueuePart) {
  const organisation = work.actor.organisationId
  await lockTrail(work.db, organisation)
  const { ids, entries } = await listUnsealed(work.db, organisation, part)
  if (ids.length === 0) return undefined
  const unfit = ids.find((id, index) => !isEntry(entries[index], id))
  if (unfit) throw new BrokenTrail(organisation, `waiting entry ${unfit} was changed or removed`)
  const before = await treeToGrow(work, seal)
  const hashes = entries.map((entry) => hashLeaf(encodeEntry(entry)))
  const tree = grow(before, hashes)
  const checkpoint: Checkpoint = {
    organisation,
    size: tree.size,
    root: rootOf(tree),
    after: before.size,
    sealedAt: work.now.toString({ fractionalSecondDigits: 6 }),
  }
  const note = signCheckpoint(checkpoint, seal.signer)
  await insertBatch(work.db, {
    organisation,
    after: before.size,
    entryIds: ids,
    checkpoint: {
      tree_size: tree.size,
      note,
      subtrees: Buffer.concat(tree.subtrees),
      leaf_hashes: Buffer.concat(hashes),
    },
  })
  return { note, sealed: ids.length, last: ids.at(-1) }
}

/**
 * The tree of the latest checkpoint, once it has shown to be ours: signed by our key, with subtrees
 * that give its root, and not older than or different from the checkpoint that we remember.
 */
async function treeToGrow({ db, actor }: Work, seal: Seal): Promise<GrowingTree> {
  const organisation = actor.organisationId
  const keys = [seal.signer.key, ...(seal.earlierKeys ?? [])]
  const remembered = await seal.kept.find(organisation)
  if (remembered) {
    const size = openCheckpoint(remembered, keys)?.size
    if (!size)
      throw new BrokenTrail(organisation, 'the checkpoint kept elsewhere is not signed by this key')
    if ((await findCheckpoint(db, organisation, size))?.note !== remembered) {
      throw new BrokenTrail(
        organisation,
        `the checkpoint kept elsewhere, of ${size} entries, is gone`,
      )
    }
  }
  const latest = await findLatestCheckpoint(db, organisation)
  if (!latest) return emptyTree
  const checkpoint = openCheckpoint(latest.note, keys)
  const tree = { size: latest.tree_size, subtrees: splitHashes(latest.subtrees) }
  const ours =
    checkpoint?.organisation === organisation &&
    checkpoint.size === tree.size &&
    checkpoint.root.equals(rootOf(tree)) &&
    tree.subtrees.length === onesIn(tree.size)
  if (!ours) throw new BrokenTrail(organisation, 'its latest checkpoint was changed')
  return tree
}

// What the verifier could not read must not get a place either.
const isEntry = (entry: TrailEntry | undefined, id: string): boolean =>
  entry?.id === id && TrailEntry.safeParse(entry).success

/** A tree has one full subtree for every bit set in its size. */
const onesIn = (size: number): number => size.toString(2).replaceAll('0', '').length
