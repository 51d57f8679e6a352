/** A place in the tree and the entry found there, in whatever state: the verifier decides. */
export type FoundLeaf = {
  readonly place: number
  readonly id: string | undefined
  /** undefined when the entry itself is gone */
  readonly entry: unknown
}

export type FoundCheckpoint = {
  readonly note: string
  /** the leaf hashes of the batch that this checkpoint sealed, one behind the other */
  readonly leafHashes: Buffer
}

/** An entry without a place in the tree. Honest ones are waiting in the sealer's queue. */
export type FoundLoose = {
  readonly id: string
  /** undefined when the queue names an entry that is gone */
  readonly entry: unknown
  readonly waiting: boolean
}

/**
 * One organisation's trail to be verified: a database or a file. Everything can be walked more than
 * once, in the order of the tree, and is never held in memory as a whole.
 */
export type TrailSource = {
  readonly organisation: string
  checkpoints(): AsyncIterable<FoundCheckpoint>
  leaves(): AsyncIterable<FoundLeaf>
  loose(): AsyncIterable<FoundLoose>
}
