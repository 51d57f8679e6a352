import { z } from 'zod'
import {
  doubles,
  inReadingOrder,
  type Pack,
  type Problem,
  readPack,
  SourcesFile,
  sourced,
  unsourced,
  Words,
} from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import type { KnownNames } from './known-name.ts'

const Named = sourced({ name: Words, also: z.array(Words), perhaps: z.array(Words) })

/** names.yaml: organisations and programmes that papers name. */
const NamesFile = z.strictObject({
  organisations: z.array(Named).min(1),
  programmes: z.array(Named).min(1),
})
type NamesFile = z.infer<typeof NamesFile>

const lists = ['organisations', 'programmes'] as const

function readNames(folder: string): { pack: Pack<NamesFile> | undefined; problems: Problem[] } {
  const problems: Problem[] = []
  const pack = readPack(folder, 'parliament/names.yaml', NamesFile, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const known = readPack(folder, 'sources.yaml', SourcesFile, [])?.content.sources
  if (pack) {
    const { yaml, content } = pack
    const all = lists.flatMap((list) => content[list].map((one, at) => ({ one, at, list })))
    const spellings = all.flatMap(({ one: { name, also, perhaps }, at, list }) =>
      [name, ...also, ...perhaps].map((id) => ({ yaml, path: [list, at, 'name'], id })),
    )
    problems.push(
      ...doubles(all.map(({ one: { id }, at, list }) => ({ yaml, path: [list, at, 'id'], id }))),
      ...doubles(spellings),
      ...all.flatMap(({ one, at, list }) => unsourced(yaml, [list, at], one, known)),
    )
  }
  return { pack, problems: inReadingOrder(problems) }
}

/** Everything that is wrong in names.yaml; empty when all is well. */
export const checkNames = (folder: string): Problem[] => readNames(folder).problems

/** Throws when something is wrong. */
export const loadNames = readOnce((folder: string): KnownNames => {
  const { pack, problems } = readNames(folder)
  if (!pack || problems.length > 0)
    throw new Error(`parliament/names.yaml in ${folder} is not right.`)
  return pack.content
})
