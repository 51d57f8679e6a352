import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  anEntry,
  anId,
  aTrail,
  type HeldTrail,
  organisation,
  signer,
  sourceOf,
  stranger,
} from './a-trail.ts'
import { signCheckpoint } from './checkpoint.ts'
import { hashLeaf } from './merkle-tree.ts'
import { encodeEntry, type TrailEntry } from './trail-entry.ts'
import type { FoundCheckpoint, FoundLeaf } from './trail-source.ts'
import { verifyTrail } from './verify-trail.ts'

const keys = [signer.key]
const verify = (trail: HeldTrail, kept: string[] = []) =>
  verifyTrail(sourceOf(trail), { keys, kept })

/** Places counted anew, as somebody does who covers up a removal. */
const renumbered = (leaves: FoundLeaf[]): FoundLeaf[] =>
  leaves.map((leaf, place) => ({ ...leaf, place }))

const hashOf = (entry: TrailEntry): Buffer => hashLeaf(encodeEntry(entry))
const noteOf = (trail: HeldTrail, index: number): string =>
  (trail.checkpoints[index] as FoundCheckpoint).note
const leafOf = (trail: HeldTrail, index: number): FoundLeaf => trail.leaves[index] as FoundLeaf

test('a changed entry is named, whichever field was changed', async () => {
  const changes: Partial<TrailEntry>[] = [
    { act: 'signal.read' },
    { subject: null },
    { purpose: 'oversight' },
    { recordedAt: '2026-09-01T08:30:05.000251Z' },
    { request: 'other' },
    { details: { observers: 6, 'own-observation': true, signal: 'MON-01' } },
    { details: {} },
    { actor: { kind: 'system', id: 'retention', organisation, roles: [] } },
    { id: anId(77) },
  ]
  for (const change of changes) {
    const trail = aTrail(3, 4)
    const entry = anEntry(5, change)
    trail.leaves[5] = { place: 5, id: entry.id, entry }
    const { misfit, proved } = await verify(trail)
    assert.equal(misfit?.how, 'changed')
    assert.deepEqual([misfit?.place, misfit?.until, misfit?.entryId], [5, 6, entry.id])
    assert.equal(misfit?.previousId, anId(4))
    assert.equal(misfit?.expectedHash, hashOf(anEntry(5)).toString('hex'))
    assert.equal(proved, 5)
  }
})

test('an entry turned into something that is no entry is named as changed', async () => {
  for (const entry of [
    null,
    'x',
    {},
    { ...anEntry(2), details: { a: [1] } },
    { ...anEntry(2), extra: 1 },
  ]) {
    const trail = aTrail(4)
    trail.leaves[2] = { place: 2, id: anId(2), entry }
    const { misfit } = await verify(trail)
    assert.deepEqual([misfit?.how, misfit?.place], ['changed', 2])
  }
})

test('a changed entry is found by its batch when the hashes beside it were recomputed too', async () => {
  const trail = aTrail(3, 4, 2)
  const entry = anEntry(5, { act: 'signal.read' })
  trail.leaves[5] = { place: 5, id: entry.id, entry }
  const hashes = Buffer.concat(
    trail.leaves.slice(3, 7).map((leaf) => hashOf(leaf.entry as TrailEntry)),
  )
  trail.checkpoints[1] = { note: noteOf(trail, 1), leafHashes: hashes }
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.until], ['changed', 3, 7])
})

test('hashes that were changed while the entries were not are told apart from changed entries', async () => {
  const trail = aTrail(3, 4)
  trail.checkpoints[1] = { note: noteOf(trail, 1), leafHashes: Buffer.alloc(4 * 32) }
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.until], ['hashes-changed', 3, 7])
})

test('an entry whose place is left open is named with its number', async () => {
  const trail = aTrail(3, 4)
  trail.leaves[4] = { place: 4, id: anId(4), entry: undefined }
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.entryId], ['removed', 4, anId(4)])
})

test('an entry that lost its place in the tree but still exists is named with its number', async () => {
  const trail = aTrail(3, 4)
  const [gone] = trail.leaves.splice(4, 1)
  trail.loose.push({ id: anId(4), entry: gone?.entry, waiting: false })
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.entryId], ['removed', 4, anId(4)])
})

test('an entry that was moved into another place number is noticed', async () => {
  const trail = aTrail(4)
  trail.leaves[3] = { ...leafOf(trail, 3), place: 9 }
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.entryId], ['reordered', 3, anId(3)])
})

test('an entry outside the tree and outside the queue was added behind the back of the program', async () => {
  const trail = aTrail(3)
  trail.loose.push({ id: anId(50), entry: anEntry(50), waiting: false })
  const { misfit, proved } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.entryId], ['added', undefined, anId(50)])
  assert.equal(proved, 3)
})

test('an entry behind the last checkpoint was added, or its checkpoint was taken away', async () => {
  const trail = aTrail(3, 4)
  trail.checkpoints.pop()
  const { misfit, proved } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.entryId], ['added', 3, anId(3)])
  assert.equal(proved, 3)
})

test('a checkpoint signed by somebody else, or for another organisation, is named', async () => {
  const trail = aTrail(3, 4)
  const body = {
    organisation,
    size: 7,
    root: Buffer.alloc(32),
    after: 3,
    sealedAt: '2026-09-01T08:31:00.000000Z',
  }
  for (const note of [
    signCheckpoint(body, stranger),
    signCheckpoint({ ...body, organisation: anId(1) }, signer),
    noteOf(trail, 1).replace('\n7\n', '\n8\n'),
    '',
  ]) {
    trail.checkpoints[1] = { note, leafHashes: Buffer.alloc(4 * 32) }
    const { misfit, latest } = await verify(trail)
    assert.deepEqual([misfit?.how, misfit?.place], ['checkpoint-not-signed', 3])
    assert.equal(latest?.size, 3)
  }
})

test('a checkpoint taken out from between two others is missed', async () => {
  const trail = aTrail(3, 4, 2)
  trail.checkpoints.splice(1, 1)
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place], ['checkpoint-missing', 3])
})

test('a checkpoint signed over a root that the entries do not have is found', async () => {
  const trail = aTrail(3, 4)
  const body = {
    organisation,
    size: 7,
    root: Buffer.alloc(32),
    after: 3,
    sealedAt: '2026-09-01T08:31:00.000000Z',
  }
  trail.checkpoints[1] = {
    note: signCheckpoint(body, signer),
    leafHashes: trail.checkpoints[1]?.leafHashes as Buffer,
  }
  const { misfit } = await verify(trail)
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.until], ['changed', 3, 7])
})

test('without a checkpoint kept elsewhere nobody can tell that the last batch ever existed', async () => {
  assert.equal((await verify(aTrail(3))).misfit, undefined)
})

test('a checkpoint kept elsewhere shows that the end was cut off', async () => {
  const kept = noteOf(aTrail(3, 4), 1)
  const { misfit, proved } = await verify(aTrail(3), [kept])
  assert.deepEqual([misfit?.how, misfit?.place, misfit?.until], ['cut-off', 3, 7])
  assert.equal(proved, 3)
})

test('a checkpoint kept elsewhere shows that the key signed two histories', async () => {
  for (const kept of [noteOf(aTrail(2, 5), 0), noteOf(aTrail(4), 0)]) {
    const { misfit, proved } = await verify(aTrail(3, 4), [kept])
    assert.equal(misfit?.how, 'rewritten')
    assert.equal(proved, 0)
  }
})

test('a kept checkpoint that the key did not sign is not believed', async () => {
  const kept = noteOf(aTrail(3), 0).replace('\n3\n', '\n2\n')
  assert.equal((await verify(aTrail(3), [kept])).misfit?.how, 'kept-checkpoint-not-signed')
})

test('a checkpoint of another organisation says nothing about this trail', async () => {
  const root = Buffer.alloc(32, 1)
  const sealedAt = '2026-09-01T08:31:00.000000Z'
  for (const size of [2, 3, 9]) {
    const note = signCheckpoint({ organisation: anId(5), size, root, after: 1, sealedAt }, signer)
    const { misfit, proved } = await verify(aTrail(3, 4), [note])
    assert.deepEqual([misfit, proved], [undefined, 7])
  }
})

test('whatever one entry suffers, the first that does not fit is named, and how', async () => {
  const batches = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
  const acts = fc.constantFrom('change', 'remove', 'swap', 'move', 'add')
  await fc.assert(
    fc.asyncProperty(
      batches,
      acts,
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      async (sizes, act, one, two, tidy) => {
        const trail = aTrail(...sizes)
        const total = trail.leaves.length
        const [first, last] = [one % total, two % total].sort((a, b) => a - b) as [number, number]
        fc.pre((act !== 'swap' && act !== 'move') || first !== last)
        const expected = tamper(trail, act, first, last)
        // Covered up by counting the places anew; a removal may also leave its gap.
        if (act !== 'remove' || tidy) trail.leaves = renumbered(trail.leaves)
        const { misfit, proved } = await verify(trail)
        assert.deepEqual([misfit?.how, misfit?.place], [expected, first])
        assert.equal(proved, first)
      },
    ),
    { numRuns: 400 },
  )
})

function tamper(trail: HeldTrail, act: string, first: number, last: number): string {
  const at = (index: number) => leafOf(trail, index)
  if (act === 'change') {
    trail.leaves[first] = { ...at(first), entry: anEntry(first, { act: 'signal.read' }) }
    return 'changed'
  }
  if (act === 'remove') {
    trail.leaves.splice(first, 1)
    return 'removed'
  }
  if (act === 'add') {
    trail.leaves.splice(first, 0, { place: first, id: anId(999), entry: anEntry(999) })
    return 'added'
  }
  if (act === 'swap') [trail.leaves[first], trail.leaves[last]] = [at(last), at(first)]
  else trail.leaves.splice(last, 0, ...trail.leaves.splice(first, 1))
  return 'reordered'
}

test('an untouched trail is proved to its last entry, and entries in the queue are counted as waiting', async () => {
  const trail = aTrail(3, 4)
  trail.loose.push(
    { id: anId(8), entry: anEntry(8), waiting: true },
    { id: anId(7), entry: anEntry(7), waiting: true },
  )
  const report = await verify(trail, [noteOf(trail, 0), noteOf(trail, 1)])
  assert.equal(report.misfit, undefined)
  assert.equal(report.proved, 7)
  assert.equal(report.latest?.size, 7)
  assert.deepEqual(report.waiting, { count: 2, oldest: anEntry(7).recordedAt })
})

test('a trail in which nothing happened yet is in order', async () => {
  const report = await verify(aTrail())
  assert.deepEqual([report.misfit, report.proved, report.latest], [undefined, 0, undefined])
})
