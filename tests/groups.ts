import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Files that start servers or programs of their own, or are long, are a process each. The others share one with
 * their neighbours, because reading the program takes longer than most of them.
 */
const alone = [/^tests\/promises\//, /^tests\/soak\//, /^tests\/(commands|keys|start)\.test\.ts$/]

/** Browsers take their time: fewer of these together, so that two processes end at about the same time. */
const isJourney = (file: string): boolean => file.startsWith('tests/journeys/')
const mostJourneys = 3
const mostInGroup = 24

/** What `node --test` is given: long files first, then groups of the others, in order of name. */
export function groupsOf(files: readonly string[]): (readonly string[])[] {
  const isAlone = (file: string) => alone.some((place) => place.test(file))
  const rest = files.filter((file) => !isAlone(file))
  return [
    ...files.filter(isAlone).map((file) => [file]),
    ...inGroups(rest.filter(isJourney), mostJourneys),
    ...inGroups(
      rest.filter((file) => !isJourney(file)),
      mostInGroup,
    ),
  ]
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
      const [first] = group
      if (first && group.length === 1) return first
      const file = join(folder, `group-${at}.test.mjs`)
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
