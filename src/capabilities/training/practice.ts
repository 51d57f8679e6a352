import type { PracticeEdition } from './practice-edition.ts'
import type { Story } from './story.ts'

/** Everything there is to practise with, read once at start. */
export type Practice = PracticeEdition & {
  /** by the kind of work they are written for, in the order of `storyRoles` */
  readonly stories: readonly Story[]
  find(id: string): Story | undefined
}
