import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Files that start servers or programs of their own, or are long, are a process each. The others share one with
 * their neighbours, because reading the program takes longer than most of them.
 */
const alone = [/^tests\/promises\//, /^tests\/soak\//, /^tests\/(commands|keys|start)\.test\.ts$/]

/** A journey has a browser of its own. */
const isJourney = (file: string): boolean => file.startsWith('tests/journeys/')
const mostJourneys = 3
const mostInGroup = 36
/** Groups that begin after a journey before the next one does: browsers together only wait for each other. */
const between = 2

/**
 * What `node --test` is given, in its order. What takes long begins early, and the tests of capabilities, of which
 * every group is short, come last: then all processes end at about the same time.
 */
export function groupsOf(files: readonly string[]): (readonly string[])[] {
  const isAlone = (file: string) => alone.some((place) => place.test(file))
  const journeys = inGroups(files.filter(isJourney), mostJourneys)
  const rest = files.filter((file) => !isJourney(file) && !isAlone(file))
  const isShort = (file: string) => file.startsWith('src/capabilities/')
  const others = [
    ...files.filter(isAlone).map((file) => [file]),
    ...inGroups(
      rest.filter((file) => !isShort(file)),
      mostInGroup,
    ),
    ...inGroups(rest.filter(isShort), mostInGroup),
  ]
  const spread = journeys.flatMap((group, at) => [
    group,
    ...others.slice(at * between, (at + 1) * between),
  ])
  return [...spread, ...others.slice(journeys.length * between)]
}

/** As many groups as it takes, of about the same size. */
function inGroups(files: readonly string[], most: number): (readonly string[])[] {
  const count = Math.ceil(files.length / most)
  const begin = (at: number) => Math.round((at * files.length) / count)
  return Array.from({ length: count }, (_, at) => files.slice(begin(at), begin(at + 1)))
}

/**
 * Makes one file of each group: every test file is a suite of its own there, so that its hooks stay its own.
 * `remove` takes the made files away.
 */
export async function groupFiles(root: string, groups: readonly (readonly string[])[]) {
  const folder = await mkdtemp(join(tmpdir(), 'oogmerk-groups-'))
  const made = await Promise.all(
    groups.map(async (group, at) => {
      // Node goes by the names of the files, so the number is in front and as wide everywhere.
      const file = join(folder, `${String(at).padStart(3, '0')}.test.mjs`)
      const suites = group.map((one) => {
        const url = pathToFileURL(join(root, one)).href
        return `describe(${JSON.stringify(one)}, async () => { await import(${JSON.stringify(url)}) })`
      })
      await writeFile(file, ["import { describe } from 'node:test'", ...suites, ''].join('\n'))
      return file
    }),
  )
  return { files: made, remove: () => rm(folder, { recursive: true, force: true }) }
}
