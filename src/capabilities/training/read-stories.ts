import { type Collection, readCollection } from '#capabilities/knowledge/index.ts'
import { PracticeEdition } from './practice-edition.ts'
import { Story } from './story.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type StoryPacks = Collection<PracticeEdition, Story>

export const readStories = (folder: string): StoryPacks =>
  readCollection(folder, 'training', { edition: PracticeEdition, each: Story })
