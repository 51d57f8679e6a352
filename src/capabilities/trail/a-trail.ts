import { createPrivateKey, type KeyObject } from 'node:crypto'
import { keyName, signCheckpoint } from './checkpoint.ts'
import { emptyTree, grow, hashLeaf, rootOf } from './merkle-tree.ts'
import { noteSigner } from './signed-note.ts'
import { encodeEntry, entryFormat, type TrailEntry } from './trail-entry.ts'
import type { FoundCheckpoint, FoundLeaf, FoundLoose, TrailSource } from './trail-source.ts'

// Builders for tests: trails of an imaginary school, in memory.

export const organisation = '01990000-0000-7000-8000-000000000001'
export const signer = noteSigner(keyName, aPrivateKey(1))
export const stranger = noteSigner(keyName, aPrivateKey(2))

/** The same key for the same number, in every run. */
function aPrivateKey(number: number): KeyObject {
  const beginning = Buffer.from('302e020100300506032b657004220420', 'hex')
  const key = Buffer.concat([beginning, Buffer.alloc(32, number)])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

export const anId = (number: number): string =>
  `01990000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`

export const anEntry = (number: number, changes: Partial<TrailEntry> = {}): TrailEntry => ({
  format: entryFormat,
  id: anId(number),
  organisation,
  actor: { kind: 'person', id: anId(900_000), organisation, roles: ['mentor', 'teacher'] },
  purpose: 'recognise-exploitation',
  act: 'signal.record',
  subject: anId(800_000 + number),
  recordedAt: `2026-09-01T08:30:${String(number % 60).padStart(2, '0')}.000250Z`,
  request: anId(700_000 + number),
  details: { observers: number, 'own-observation': true, signal: 'MON-01' },
  ...changes,
})

/** A trail as a database would hold it, open to every kind of tampering. */
export type HeldTrail = {
  leaves: FoundLeaf[]
  checkpoints: FoundCheckpoint[]
  loose: FoundLoose[]
}

/** Seals entries 0, 1, 2, … in batches of these sizes. */
export function aTrail(...batches: number[]): HeldTrail {
  const trail: HeldTrail = { leaves: [], checkpoints: [], loose: [] }
  let tree = emptyTree
  for (const size of batches) {
    const entries = Array.from({ length: size }, (_, index) => anEntry(tree.size + index))
    const hashes = entries.map((entry) => hashLeaf(encodeEntry(entry)))
    const after = tree.size
    for (const [index, entry] of entries.entries()) {
      trail.leaves.push({ place: after + index, id: entry.id, entry })
    }
    tree = grow(tree, hashes)
    const sealedAt = '2026-09-01T08:31:00.000000Z'
    const checkpoint = { organisation, size: tree.size, root: rootOf(tree), after, sealedAt }
    const note = signCheckpoint(checkpoint, signer)
    trail.checkpoints.push({ note, leafHashes: Buffer.concat(hashes) })
  }
  return trail
}

export const sourceOf = (trail: HeldTrail): TrailSource => ({
  organisation,
  checkpoints: () => walk(trail.checkpoints),
  leaves: () => walk(trail.leaves),
  loose: () => walk(trail.loose),
})

async function* walk<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
