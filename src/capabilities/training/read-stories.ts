import {
  type Pack,
  type Problem,
  readPack,
  SourcesFile,
  yamlFiles,
} from '#capabilities/knowledge/index.ts'
import { PracticeEdition } from './practice-edition.ts'
import { Story } from './story.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type StoryPacks = {
  readonly sources: Pack<SourcesFile> | undefined
  readonly edition: Pack<PracticeEdition> | undefined
  readonly stories: readonly Pack<Story>[]
  readonly problems: readonly Problem[]
}

const part = 'training'

export function readStories(folder: string): StoryPacks {
  const problems: Problem[] = []
  const stories = yamlFiles(folder, part)
    .filter((name) => name !== 'edition.yaml')
    .map((name) => readPack(folder, `${part}/${name}`, Story, problems))
    .filter((pack) => pack !== undefined)
  const edition = readPack(folder, `${part}/edition.yaml`, PracticeEdition, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const sources = readPack(folder, 'sources.yaml', SourcesFile, [])
  return { sources, edition, stories, problems }
}
