import { z } from 'zod'
import {
  doubles,
  inReadingOrder,
  type Pack,
  type Problem,
  provenance,
  readPack,
  SourcesFile,
  sourced,
  unsourced,
} from '#capabilities/knowledge/index.ts'

/** feed.yaml: where the open data of the House are, and by which words we look. */
const FeedFile = z.strictObject({
  source: z.strictObject({ address: z.url({ protocol: /^https$/ }), ...provenance }),
  /** five digits; those of the register are followed anyway */
  dossiers: z.array(z.strictObject({ id: z.string().regex(/^\d{5}$/), ...provenance })),
  words: z.array(sourced({ text: z.string().regex(/^[a-z ]{4,60}$/) })).min(1),
})
type FeedFile = z.infer<typeof FeedFile>

export type FeedSettings = {
  /** of the server, without a path */
  readonly address: string
  /** to follow besides those of the register */
  readonly dossiers: readonly string[]
  readonly words: readonly string[]
}

function readFeed(folder: string): { pack: Pack<FeedFile> | undefined; problems: Problem[] } {
  const problems: Problem[] = []
  const pack = readPack(folder, 'parliament/feed.yaml', FeedFile, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const known = readPack(folder, 'sources.yaml', SourcesFile, [])?.content.sources
  if (pack) {
    const { yaml, content } = pack
    const { source, dossiers, words } = content
    problems.push(
      ...unsourced(yaml, ['source'], source, known),
      ...doubles(dossiers.map(({ id }, at) => ({ yaml, path: ['dossiers', at, 'id'], id }))),
      ...doubles(words.map(({ id }, at) => ({ yaml, path: ['words', at, 'id'], id }))),
      ...dossiers.flatMap((one, at) => unsourced(yaml, ['dossiers', at], one, known)),
      ...words.flatMap((one, at) => unsourced(yaml, ['words', at], one, known)),
    )
  }
  return { pack, problems: inReadingOrder(problems) }
}

/** Everything that is wrong in feed.yaml; empty when all is well. */
export const checkFeed = (folder: string): Problem[] => readFeed(folder).problems

/** Throws when something is wrong: nothing is asked of the House on half a list. */
export function loadFeed(folder: string): FeedSettings {
  const { pack, problems } = readFeed(folder)
  if (!pack || problems.length > 0)
    throw new Error(`parliament/feed.yaml in ${folder} is not right.`)
  return {
    address: pack.content.source.address.replace(/\/$/, ''),
    dossiers: pack.content.dossiers.map(({ id }) => id),
    words: pack.content.words.map(({ text }) => text),
  }
}
