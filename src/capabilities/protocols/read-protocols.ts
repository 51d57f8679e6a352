import { basename, dirname } from 'node:path'
import {
  doubles,
  formatProblems,
  inReadingOrder,
  type Knowledge,
  type Pack,
  type Problem,
  readPack,
  yamlFiles,
} from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import { checkMarks, checkProtocol, type Known } from './check-pack.ts'
import {
  type Drill,
  DrillFile,
  type Protocol,
  ProtocolFile,
  type Sufficiency,
  SufficiencyFile,
} from './protocol.ts'

/** What the packs say of protocols, read once at start. */
export type Protocols = {
  /** the worked example; a school begins with it */
  readonly example: Protocol
  readonly sufficiency: Sufficiency
  readonly drills: readonly Drill[]
}

const part = 'protocols'
const apart = ['sufficiency.yaml', 'drill.yaml']

type Read = {
  readonly examples: readonly Pack<Protocol>[]
  readonly sufficiency: Pack<Sufficiency> | undefined
  readonly drills: Pack<{ drills: Drill[] }> | undefined
  readonly problems: readonly Problem[]
}

function read(folder: string, knowledge: Pick<Known, 'findSource' | 'findLine'>): Read {
  const problems: Problem[] = []
  const sufficiency = readPack(folder, `${part}/sufficiency.yaml`, SufficiencyFile, problems)
  const drills = readPack(folder, `${part}/drill.yaml`, DrillFile, problems)
  const examples = yamlFiles(folder, part)
    .filter((name) => !apart.includes(name))
    .map((name) => readPack(folder, `${part}/${name}`, ProtocolFile, problems))
    .filter((pack) => pack !== undefined)
  const known = { ...knowledge, requirements: requirementsOf(sufficiency) }
  for (const example of examples) problems.push(...checkProtocol(example, known))
  for (const [pack, list] of [
    [sufficiency, sufficiency?.content.requirements],
    [drills, drills?.content.drills],
  ] as const) {
    if (!pack || !list) continue
    const name = pack === sufficiency ? 'requirements' : 'drills'
    const at = (index: number) => [name, index]
    problems.push(
      ...list.flatMap((item, index) => checkMarks(pack.yaml, at(index), item, known)),
      ...doubles(list.map(({ id }, i) => ({ yaml: pack.yaml, path: [...at(i), 'id'], id }))),
    )
  }
  return { examples, sufficiency, drills, problems: inReadingOrder(problems) }
}

const requirementsOf = (pack: Pack<Sufficiency> | undefined): readonly string[] | undefined =>
  pack?.content.requirements.map(({ id }) => id)

/**
 * Everything that is wrong in `knowledge/protocols`. Without `knowledge`, because it could not be read,
 * nothing is said of sources and help lines.
 */
export const checkProtocols = (folder: string, knowledge?: Knowledge): readonly Problem[] =>
  read(folder, { findSource: knowledge?.findSource, findLine: knowledge?.findLine }).problems

/** Throws with every problem, one per line: half a protocol is not served. */
export const loadProtocols = readOnce(readProtocols)

function readProtocols(folder: string, knowledge: Knowledge): Protocols {
  const { examples, sufficiency, drills, problems } = read(folder, knowledge)
  const [example] = examples
  if (problems.length > 0 || !(example && sufficiency && drills)) {
    const why = formatProblems(problems) || 'there is no worked example'
    throw new Error(`The protocols in ${folder} are not right:\n${why}`)
  }
  return {
    example: example.content,
    sufficiency: sufficiency.content,
    drills: drills.content.drills,
  }
}

/** One protocol in a file anywhere, with everything that is wrong in it. */
export function readProtocolFile(
  file: string,
  known: Known,
): { readonly protocol: Protocol | undefined; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const pack = readPack(dirname(file), basename(file), ProtocolFile, problems)
  if (pack) problems.push(...checkProtocol(pack, known))
  return { protocol: pack?.content, problems: inReadingOrder(problems) }
}
