import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { readZip } from '#platform/read-zip.ts'
import { writeCsv } from './csv.ts'
import { odsType, writeOds } from './ods.ts'
import type { Cell, TableFile } from './table-file.ts'

/** Name and text of each part, in order, as another program finds them. */
const partsIn = async (zip: Buffer): Promise<[name: string, text: string][]> => {
  const found = await readZip(zip, { parts: 100, bytes: 10_000_000 })
  return [...found].map(([name, bytes]) => [name, bytes.toString()])
}

const table = (rows: readonly (readonly Cell[])[], columns = ['a']): TableFile => ({
  ...{ title: 'Register: moties / vragen', language: 'nl', columns, rows },
})
const csv = (...row: Cell[]) =>
  writeCsv(table([row], row.map(String)))
    .toString()
    .split('\r\n')[1]

test('no text in the lines is calculated with, and numbers stay numbers', () => {
  for (const text of ['=1+1', '+31', '-2', '@cmd', '\tx'])
    assert.match(csv(text) ?? '', /^"?'/, text)
  assert.equal(csv(-2, 1.5, { day: '2026-11-30' }, undefined), '-2;1,5;2026-11-30;')
})

test('what would break a line is put between quotes', () => {
  assert.equal(csv('a;b', 'zei "ja"', 'gewoon'), '"a;b";"zei ""ja""";gewoon')
  const bytes = writeCsv(table([['regel\neen']]))
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf', 'so that letters are read right')
  assert.match(bytes.toString(), /"regel\neen"\r\n$/)
})

/** The cells of a spreadsheet as another program would read them. */
async function readOds(bytes: Buffer): Promise<string[][]> {
  const parts = new Map(await partsIn(bytes))
  const rows: string[][] = []
  const parser = new SaxesParser({ xmlns: true })
  let value: string | undefined
  let lines: string[] = []
  parser.on('error', (error) => assert.fail(error.message))
  parser.on('opentag', ({ local, attributes }) => {
    const said = (name: string) => attributes[name]?.value
    if (local === 'table-row') rows.push([])
    if (local === 'table-cell') {
      value = said('office:value') ?? said('office:date-value')
      lines = []
    }
    if (local === 'p') lines.push('')
    if (local === 's') lines[lines.length - 1] += ' '.repeat(Number(said('text:c')))
    if (local === 'tab') lines[lines.length - 1] += '\t'
  })
  parser.on('text', (text) => {
    if (lines.length > 0) lines[lines.length - 1] += text
  })
  parser.on('closetag', ({ local }) => {
    if (local === 'table-cell') rows.at(-1)?.push(value ?? lines.join('\n'))
    if (local === 'table-cell') lines = []
  })
  parser.write(parts.get('content.xml') ?? '').close()
  return rows
}

test('every part of the spreadsheet is well formed and is in its list', async () => {
  const parts = await partsIn(writeOds(table([['<&">', { day: '2026-11-30' }]])))
  assert.deepEqual(parts[0], ['mimetype', odsType])
  const listed = parts.find(([name]) => name === 'META-INF/manifest.xml')?.[1] ?? ''
  for (const [name, content] of parts.slice(1)) {
    assert.doesNotThrow(() => new SaxesParser({ xmlns: true }).write(content).close(), name)
    if (!name.startsWith('META-INF')) assert.ok(listed.includes(`full-path="${name}"`), name)
  }
})

test('the same table is the same bytes', () => {
  const rows = [['één', 2, { day: '2026-11-30' }, undefined]]
  assert.deepEqual(writeOds(table(rows)), writeOds(table(rows)))
})

test('whatever stands in a table, another program reads the same', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) => one.replaceAll('\r', ''))
  const cell = fc.oneof(
    text,
    fc.integer(),
    fc.constantFrom('  twee  blanks ', 'regel\neen', '=1+1', 'tab\there'),
    fc.constant({ day: '2024-02-29' }),
    fc.constant(undefined),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), async (rows) => {
      const read = await readOds(writeOds(table(rows, ['a', 'b'])))
      const shown = (one: Cell) => (typeof one === 'object' ? one.day : String(one ?? ''))
      assert.deepEqual(read, [['a', 'b'], ...rows.map((row) => row.map(shown))])
    }),
    { numRuns: 60 },
  )
})
