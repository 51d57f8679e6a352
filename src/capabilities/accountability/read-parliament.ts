import { type Pack, type Problem, readPack, SourcesFile } from '#capabilities/knowledge/index.ts'
import { PapersFile } from './paper.ts'
import { ParliamentEdition } from './parliament-edition.ts'
import { ItemsFile } from './register-item.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type ParliamentPacks = {
  readonly sources: Pack<SourcesFile> | undefined
  readonly edition: Pack<ParliamentEdition> | undefined
  readonly papers: Pack<PapersFile> | undefined
  readonly items: Pack<ItemsFile> | undefined
  readonly problems: readonly Problem[]
}

const part = 'parliament'

export function readParliament(folder: string): ParliamentPacks {
  const problems: Problem[] = []
  return {
    // What is wrong in the list of sources is told by the knowledge that owns it.
    sources: readPack(folder, 'sources.yaml', SourcesFile, []),
    edition: readPack(folder, `${part}/edition.yaml`, ParliamentEdition, problems),
    papers: readPack(folder, `${part}/papers.yaml`, PapersFile, problems),
    items: readPack(folder, `${part}/items.yaml`, ItemsFile, problems),
    problems,
  }
}
