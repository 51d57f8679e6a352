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

test('a name that the other module does not give is refused', async () => {
  await aModule('gives.ts', 'export const given = 1\n')
  const file = await aModule('wants.ts', "import { given, absent } from './gives.ts'\nabsent\n")
  assert.throws(() => addBrowserModule(emptyAssets(), file), /gives no absent to/)
})

test('what cannot be put in one file is refused', async () => {
  await aModule('grows.ts', 'export let grows = 1\n')
  const file = await aModule('uses.ts', "import { grows } from './grows.ts'\ngrows\n")
  assert.throws(() => addBrowserModule(emptyAssets(), file), /one file: export let/)
})

test('types and lines of comment go, and all that is imported comes in the same file', async () => {
  await aModule('type.ts', 'export type Colour = string\n')
  await aModule('word.ts', "// A word.\nexport const word: string = 'jas' // worn\n")
  const file = await aModule(
    'page.ts',
    "import type { Colour } from './type.ts'\nimport {\n  word,\n} from './word.ts'\nexport const said: Colour = `// no comment`; word\n",
  )
  const assets = emptyAssets()
  const body = served(assets, addBrowserModule(assets, file).url)
  assert.equal(assets.all().length, 1)
  assert.doesNotMatch(body, /Colour|type\.ts|A word|import|export/)
  assert.match(body, /\/\/ no comment/)
})

test('the one file does what the modules did, each with its own names', async () => {
  await aModule('inner.ts', "const name = 'inner'\nexport const inner = () => name\n")
  await aModule('door.ts', "export { inner } from './inner.ts'\nexport class Door {}\n")
  await aModule(
    'outer.ts',
    "import { Door, inner as deep } from './door.ts'\nconst name = 'outer'\nexport async function outer() {\n  return [name, deep(), new Door().constructor.name]\n}\n",
  )
  const file = await aModule(
    'run.ts',
    "import { outer } from './outer.ts'\nimport { inner } from './inner.ts'\nconst name = 'run'\nglobalThis.ran = [name, inner(), ...(await outer())]\n",
  )
  const assets = emptyAssets()
  await aModule('together.mjs', served(assets, addBrowserModule(assets, file).url))
  await import(pathToFileURL(join(folder, 'together.mjs')).href)
  assert.deepEqual(Reflect.get(globalThis, 'ran'), ['run', 'inner', 'outer', 'inner', 'Door'])
})

test('a module that two others import is there once, and asked for again it is the same file', async () => {
  await aModule('both.ts', "export const both = 'twice'\n")
  await aModule('one.ts', "import { both } from './both.ts'\nexport const one = both\n")
  const two = await aModule(
    'two.ts',
    "import { both } from './both.ts'\nimport { one } from './one.ts'\nexport const two = one + both\n",
  )
  const assets = emptyAssets()
  const { url } = addBrowserModule(assets, two)
  assert.equal(addBrowserModule(assets, two).url, url)
  assert.equal(served(assets, url).split("'twice'").length, 2)
})

test('a changed module changes the address of the file it is in', async () => {
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
