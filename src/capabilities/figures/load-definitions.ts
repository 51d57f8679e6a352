import { formatProblems } from '#capabilities/knowledge/index.ts'
import type { OrganisationKind } from '#platform/actor.ts'
import type { CountSource } from '#platform/count-source.ts'
import { readOnce } from '#platform/read-once.ts'
import { problemsIn, readDefinitions } from './check-definitions.ts'
import type { Definition, FiguresEdition } from './definition.ts'

/** What is counted, and by what: every definition has its source, or there are no figures at all. */
export type Definitions = {
  readonly edition: FiguresEdition['edition']
  readonly guidance: FiguresEdition['guidance']
  readonly all: readonly Definition[]
  find(id: string): Definition | undefined
  /** what an organisation of this kind publishes */
  of(kind: OrganisationKind): readonly Definition[]
  sourceOf(definition: Definition): CountSource
}

/** Throws with every problem, one per line, and when a definition names what no capability counts. */
export function loadDefinitions(folder: string, sources: readonly CountSource[]): Definitions {
  const { edition, guidance, all } = readAll(folder)
  const byKind = new Map(sources.map((one) => [one.kind, one]))
  if (byKind.size < sources.length) throw new Error('two count by the same name')
  const uncounted = all.find(({ source }) => !byKind.has(source))
  if (uncounted)
    throw new Error(`nobody counts ${uncounted.source}, of figures/${uncounted.id}.yaml`)
  return {
    ...{ edition, guidance, all },
    find: (id) => all.find((one) => one.id === id),
    of: (kind) => all.filter(({ publishedBy }) => publishedBy.includes(kind)),
    sourceOf: ({ source }) => byKind.get(source) ?? missing(source),
  }
}

function missing(source: string): never {
  throw new Error(`nobody counts ${source}`)
}

const readAll = readOnce((folder: string) => {
  const read = readDefinitions(folder)
  const problems = problemsIn(read)
  if (problems.length > 0 || !read.edition) {
    throw new Error(`The definitions in ${folder} are not right:\n${formatProblems(problems)}`)
  }
  return { ...read.edition.content, all: read.each.map(({ content }) => content) }
})
