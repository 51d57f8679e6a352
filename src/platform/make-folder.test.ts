import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { FolderProblem, makeFolder } from './make-folder.ts'

let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-folder-'))
})
after(() => rm(folder, { recursive: true }))

test('a file in the way is told, as the place itself and above it', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  for (const path of [file, join(file, 'below', 'that')]) {
    await assert.rejects(makeFolder(path), FolderProblem)
  }
})

test('a file system that says no is believed and does not keep us waiting', async () => {
  await assert.rejects(makeFolder('/proc/oogmerk/data'), FolderProblem)
})

test('a folder is made with all above it, and one that is there is fine', async () => {
  const deep = join(folder, 'a', 'b', 'c')
  await makeFolder(deep)
  await makeFolder(deep)
  assert.ok((await stat(deep)).isDirectory())
})
