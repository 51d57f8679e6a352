import {
  type Pack,
  type Problem,
  readPack,
  SourcesFile,
  yamlFiles,
} from '#capabilities/knowledge/index.ts'
import { CatalogueEdition } from './catalogue-edition.ts'
import { Intervention } from './intervention.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type CataloguePacks = {
  readonly sources: Pack<SourcesFile> | undefined
  readonly edition: Pack<CatalogueEdition> | undefined
  readonly interventions: readonly Pack<Intervention>[]
  readonly problems: readonly Problem[]
}

const part = 'interventions'

export function readCatalogue(folder: string): CataloguePacks {
  const problems: Problem[] = []
  const interventions = yamlFiles(folder, part)
    .filter((name) => name !== 'edition.yaml')
    .map((name) => readPack(folder, `${part}/${name}`, Intervention, problems))
    .filter((pack) => pack !== undefined)
  const edition = readPack(folder, `${part}/edition.yaml`, CatalogueEdition, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const sources = readPack(folder, 'sources.yaml', SourcesFile, [])
  return { sources, edition, interventions, problems }
}
