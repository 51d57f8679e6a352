import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Files that begin servers, browsers or programs of their own, or are long: each is a process. The others
 * share one with their neighbours, because reading the program takes longer than most of them.
 */
const alone = [
  /^tests\/journeys\//,
  /^tests\/promises\//,
  /^tests\/soak\//,
  /^tests\/[\w-]+\.test\.ts$/,
]

/** Enough to be worth a process, few enough that two processes end at about the same time. */
const mostInGroup = 12

/** What `node --test` is given: long files first, then groups of the others, in order of name. */
export function groupsOf(files: readonly string[]): (readonly string[])[] {
  const isAlone = (file: string) => alone.some((place) => place.test(file))
  const rest = files.filter((file) => !isAlone(file))
  const count = Math.ceil(rest.length / mostInGroup)
  const groups = Array.from({ length: count }, (_, at) =>
    rest.slice(
      Math.round((at * rest.length) / count),
      Math.round(((at + 1) * rest.length) / count),
    ),
  )
  return [...files.filter(isAlone).map((file) => [file]), ...groups]
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
