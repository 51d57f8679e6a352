import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  type Capability,
  capabilities,
  doors,
  forbiddenRooms,
  meetingPlaces,
} from './architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const isTest = (file: string) => /\.(test|fixture)\.ts$|\/an?-[\w-]+\.ts$/.test(file)
const files = globSync('src/**/*.ts', { cwd: root })
  .filter((file) => !isTest(file))
  .sort()

type Import = { from: string; to: string; typeOnly: boolean }

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [
    ...source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms),
  ].map(([, type, wanted = '']) => ({
    from: file,
    to: target(file, wanted),
    typeOnly: type !== undefined,
  }))
}

/** `#platform/x.ts` and `./x.ts` as paths from the root; packages keep their name. */
const target = (file: string, wanted: string): string =>
  wanted.startsWith('#')
    ? `src/${wanted.slice(1)}`
    : wanted.startsWith('.')
      ? relative(root, join(root, dirname(file), wanted))
      : wanted

const imports = files.flatMap(importsOf)
const capabilityOf = (path: string) => path.match(/^src\/capabilities\/([^/]+)\//)?.[1]
const isMeetingPlace = (file: string) => meetingPlaces.some((place) => file.startsWith(place))
const told = (list: Import[]) => list.map(({ from, to }) => `${from} → ${to}`)

test('the map names every capability, and every capability has a door', () => {
  const folders = globSync('src/capabilities/*/index.ts', { cwd: root }).map(capabilityOf)
  assert.deepEqual(folders.sort(), Object.keys(capabilities).sort())
})

test('platform and design know no capability: what two capabilities need is theirs or has no domain word', () => {
  const wrong = imports.filter(
    ({ from, to }) => /^src\/(platform|design)\//.test(from) && to.startsWith('src/capabilities/'),
  )
  assert.deepEqual(told(wrong), [])
})

test('a capability is entered through its door, along the map; a new edge is a decision record', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [capabilityOf(from), capabilityOf(to)]
    if (!there || here === there || isMeetingPlace(from)) return false
    const allowed = (capabilities[here as Capability]?.opens ?? []) as readonly string[]
    return !allowed.includes(there) || !doors.some((door) => to.endsWith(`/${there}/${door}`))
  })
  assert.deepEqual(told(wrong), [])
})

test('meeting places too use doors only', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      isMeetingPlace(from) && capabilityOf(to) !== undefined && !to.endsWith('/index.ts'),
  )
  assert.deepEqual(told(wrong), [])
})

test('the map has no circle', () => {
  const walk = (at: Capability, path: readonly string[]): void => {
    assert.equal(path.includes(at), false, `a circle: ${[...path, at].join(' → ')}`)
    for (const next of capabilities[at].opens) walk(next, [...path, at])
  }
  for (const name of Object.keys(capabilities) as Capability[]) walk(name, [])
})

test('SQL lives in stores: pages, routes and nouns do not know the database', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) =>
      capabilityOf(from) !== undefined &&
      (to === 'kysely' || to === 'pg') &&
      !typeOnly &&
      !/\/(store|[\w-]+-store|store-[\w-]+|tables|database-source)\.ts$/.test(from),
  )
  assert.deepEqual(told(wrong), [])
})

test('only routes and their pages answer requests; they call verbs, never the store', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) =>
      /\/(routes|pages)[\w-]*\.ts$|-(routes|pages?)\.ts$/.test(from) &&
      /\/(store|[\w-]+-store|store-[\w-]+)\.ts$/.test(to) &&
      !typeOnly,
  )
  assert.deepEqual(told(wrong), [])
})

test('only config.ts reads the environment, only clock.ts asks the time', () => {
  const readers = files.filter((file) =>
    /process\.env\b/.test(readFileSync(join(root, file), 'utf8')),
  )
  // A browser module has the reader's own clock, and shows nothing that was decided by it.
  const askers = files.filter(
    (file) =>
      !file.includes('/browser/') &&
      /Date\.now\(|new Date\(\)|Temporal\.Now\./.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(readers, ['src/platform/config.ts'])
  assert.deepEqual(askers, ['src/platform/clock.ts'])
})

test('there is no room where anything goes', () => {
  for (const name of forbiddenRooms) {
    assert.deepEqual(globSync(`{src,tests,bench}/**/${name}/`, { cwd: root }), [])
  }
})

test('every import leads to a file', () => {
  const wrong = imports.filter(({ to }) => to.startsWith('src/') && !existsSync(join(root, to)))
  assert.deepEqual(told(wrong), [])
})

test('what no other file uses does not leave its own', () => {
  const everything = globSync('{src,tests,bench}/**/*.ts', { cwd: root }).map((file) => ({
    file,
    source: readFileSync(join(root, file), 'utf8'),
  }))
  const exported = everything
    .filter(({ file }) => file.startsWith('src/'))
    .flatMap(({ file, source }) =>
      [...source.matchAll(/^export (?:async )?(?:const|class|function\*?) (\w+)/gm)].map(
        ([, name = '']) => ({ file, name }),
      ),
    )
  // Every file is read through once: looking for each name in each file takes half a minute.
  const files = new Map(exported.map(({ name }) => [name, 0]))
  for (const { source } of everything) {
    for (const word of new Set(source.match(/\w+/g))) {
      const count = files.get(word)
      if (count !== undefined) files.set(word, count + 1)
    }
  }
  const lonely = exported.filter(({ name }) => files.get(name) === 1)
  assert.deepEqual(
    lonely.map(({ file, name }) => `${file}: ${name}`),
    [],
  )
})
