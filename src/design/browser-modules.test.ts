import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { emptyAssets } from '#design/assets.ts'
import { addBrowserModule, plainSource } from '#design/browser-modules.ts'

let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-modules-'))
})

after(() => rm(folder, { recursive: true }))

async function aModule(name: string, source: string): Promise<URL> {
  await writeFile(join(folder, name), source)
  return pathToFileURL(join(folder, name))
}

const served = (assets: ReturnType<typeof emptyAssets>, url: string) =>
  Buffer.from(assets.find(url)?.body ?? []).toString()

test('a module that only a server can run is refused by name', async () => {
  const file = await aModule('server.ts', "import { readFileSync } from 'node:fs'\nreadFileSync\n")
  assert.throws(() => addBrowserModule(emptyAssets(), file), /cannot load node:fs.*server\.ts/)
})

test('modules that import each other are refused', async () => {
  await aModule('egg.ts', "import { hen } from './hen.ts'\nexport const egg = () => hen\n")
  const hen = await aModule('hen.ts', "import { egg } from './egg.ts'\nexport const hen = egg\n")
  assert.throws(() => addBrowserModule(emptyAssets(), hen), /imports itself/)
})

test('types go, and every import leads to the address of what it imports', async () => {
  await aModule('type.ts', 'export type Colour = string\n')
  await aModule('word.ts', "// A word.\nexport const word: string = 'jas' // worn\n")
  const file = await aModule(
    'page.ts',
    "import type { Colour } from './type.ts'\nimport {\n  word,\n} from './word.ts'\nexport const said: Colour = `// no comment`; word\n",
  )
  const assets = emptyAssets()
  const { url, imports } = addBrowserModule(assets, file)
  assert.equal(imports.length, 1)
  assert.match(served(assets, url), new RegExp(`from '${imports[0]}'`))
  assert.doesNotMatch(served(assets, url), /Colour|type\.ts/)
  assert.match(served(assets, url), /\/\/ no comment/)
  assert.equal(served(assets, imports[0] ?? ''), "export const word         = 'jas' // worn\n")
})

test('a module that two others import is served once', async () => {
  await aModule('both.ts', 'export const both = 2\n')
  const one = await aModule('one.ts', "import { both } from './both.ts'\nexport const one = both\n")
  const two = await aModule('two.ts', "import { both } from './both.ts'\nexport const two = both\n")
  const assets = emptyAssets()
  const first = addBrowserModule(assets, one)
  const second = addBrowserModule(assets, two)
  assert.deepEqual(first.imports, second.imports)
  assert.equal(assets.all().length, 3)
})

test('a changed module changes the address of what imports it', async () => {
  await aModule('leaf.ts', 'export const leaf = 1\n')
  const tree = await aModule(
    'tree.ts',
    "import { leaf } from './leaf.ts'\nexport const tree = leaf\n",
  )
  const before = addBrowserModule(emptyAssets(), tree).url
  await aModule('leaf.ts', 'export const leaf = 2\n')
  assert.notEqual(addBrowserModule(emptyAssets(), tree).url, before)
})

test('taking types out does not warn the operator, and later warnings still arrive', async () => {
  const warnings: string[] = []
  const listen = (warning: Error) => warnings.push(warning.message)
  process.on('warning', listen)
  plainSource((await aModule('plain.ts', 'export const plain: number = 1\n')).href)
  process.emitWarning('a real one')
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', listen)
  assert.deepEqual(warnings, ['a real one'])
})
