import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { readZip } from './read-zip.ts'
import { writeZip, type ZipPart } from './zip.ts'

/** Name and text of each part, in order, as another program finds them. */
const partsIn = async (zip: Buffer): Promise<[name: string, text: string][]> => {
  const found = await readZip(zip, { parts: 100, bytes: 10_000_000 })
  return [...found].map(([name, bytes]) => [name, bytes.toString()])
}

test('more parts than the form can count are refused', () => {
  const many = Array.from({ length: 65_536 }, (_, at) => ({ name: `${at}`, content: '' }))
  assert.throws(() => writeZip(many), RangeError)
  assert.throws(() => writeZip([{ name: 'n'.repeat(65_536), content: '' }]), RangeError)
})

const parts: readonly ZipPart[] = [
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
  { name: 'content.xml', content: '<één/>'.repeat(500) },
  { name: 'één 😀.xml', content: '' },
]

test('another reader finds every part, whole and in order', async () => {
  const zip = writeZip(parts)
  assert.deepEqual(
    await partsIn(zip),
    parts.map(({ name, content }) => [name, content]),
  )
  assert.ok(zip.length < 800, 'what can be pressed together is')
})

test('what is stored stands readable at its place: the kind of the document is found without unpacking', () => {
  const zip = writeZip(parts)
  assert.equal(zip.toString('latin1', 30, 38), 'mimetype')
  assert.equal(zip.toString('latin1', 38, 38 + 46), parts[0]?.content)
  assert.equal(zip.readUInt16LE(28), 0, 'and nothing stands between')
})

test('the same parts are the same bytes, whenever they are written', () => {
  assert.deepEqual(writeZip(parts), writeZip(parts))
  assert.equal(crc32(writeZip(parts.slice(0, 1))), 1_772_023_332, 'also on another machine')
})

test('whatever stands in it comes back', async () => {
  const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        name,
        fc.record({ content: fc.string({ unit: 'grapheme' }), stored: fc.boolean() }),
      ),
      async (given) => {
        const all = Object.entries(given).map(([at, part], nr) => ({
          name: `${nr}-${at.replaceAll(/[\\/:]/g, '_')}`,
          ...part,
        }))
        const found = await partsIn(writeZip(all))
        assert.deepEqual(
          found,
          all.map(({ name, content }) => [name, content]),
        )
      },
    ),
    { numRuns: 40 },
  )
})
