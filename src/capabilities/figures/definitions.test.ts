import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkDefinitions } from './check-definitions.ts'

const shipped = join(import.meta.dirname, '../../../knowledge')

/** What is wrong when one text in the definitions is replaced. */
function wrongWhen(file: string, from: string, to: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'oogmerk-figures-'))
  try {
    cpSync(shipped, folder, { recursive: true })
    const path = join(folder, 'figures', file)
    const text = readFileSync(path, 'utf8')
    assert.ok(text.includes(from))
    writeFileSync(path, text.replace(from, to))
    return checkDefinitions(folder).map(({ field, wrong }) => `${field}: ${wrong}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a figure of an unknown source, organisation or file is not a figure, and two do not count the same', () => {
  const file = 'intervisions.yaml'
  assert.match(wrongWhen(file, 'source: intervisions', 'source: feelings').join(), /^source/)
  assert.match(wrongWhen(file, 'municipality,', 'castle,').join(), /^publishedBy/)
  assert.match(wrongWhen(file, 'id: intervisions', 'id: others').join(), /not the name of the file/)
  assert.match(wrongWhen(file, 'mark: own', 'mark: sourced').join(), /no source is named/)
  assert.match(wrongWhen(file, 'sources: []', 'sources: [NOWHERE]').join(), /NOWHERE/)
  assert.match(
    wrongWhen(file, 'source: intervisions', 'source: placements').join(),
    /'placements' is used twice/,
  )
})

test('the definitions that come with the program are right', () => {
  assert.deepEqual(checkDefinitions(shipped), [])
})
