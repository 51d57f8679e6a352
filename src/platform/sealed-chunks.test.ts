import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { newKey } from '#platform/crypto.ts'
import { chunkSize, chunksOf, openChunks, sealChunks } from './sealed-chunks.ts'

const key = newKey()
const sealed = (bytes: Buffer, context = 'a') => [...sealChunks(key, context, bytes)]

async function opened(parts: readonly Buffer[], context = 'a', count = parts.length, by = key) {
  const read: Buffer[] = []
  const fetch = async (from: number) => parts.slice(from, from + 2)
  for await (const part of openChunks(by, { context, count }, fetch)) read.push(part)
  return Buffer.concat(read)
}

const three = randomBytes(chunkSize * 2 + 5)

test('parts that were left out, added, swapped, moved or changed do not open', async () => {
  const [a, b, c] = sealed(three) as [Buffer, Buffer, Buffer]
  const [x] = sealed(randomBytes(chunkSize * 3), 'b') as [Buffer]
  const changed = Buffer.from(b)
  changed[40] = (changed[40] ?? 0) ^ 1
  for (const parts of [
    [a, b],
    [a, c],
    [b, a, c],
    [a, a, c],
    [a, b, c, c],
    [x, b, c],
    [a, changed, c],
  ]) {
    await assert.rejects(opened(parts))
  }
  await assert.rejects(opened([a, b], 'a', 3), /gone/)
  await assert.rejects(opened([a, b, c], 'b'))
  await assert.rejects(opened([a, b, c], 'a', 3, newKey()))
})

test('what comes out is what went in, at every border', async () => {
  for (const size of [1, chunkSize - 1, chunkSize, chunkSize + 1, chunkSize * 3]) {
    const bytes = randomBytes(size)
    const parts = sealed(bytes)
    assert.equal(parts.length, chunksOf(size))
    assert.deepEqual(await opened(parts), bytes)
  }
})

test('equal files are sealed into different bytes', () => {
  assert.notDeepEqual(sealed(three)[0], sealed(three)[0])
})
