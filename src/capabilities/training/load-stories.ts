import { formatProblems, type Knowledge } from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import { problemsIn } from './check-stories.ts'
import type { Practice } from './practice.ts'
import { readStories } from './read-stories.ts'
import { storyRoles } from './story.ts'

/** Reads what there is to practise with. Throws with every problem, one per line. */
export const loadStories = readOnce(readPractice)

function readPractice(folder: string, knowledge: Pick<Knowledge, 'findSignal'>): Practice {
  const packs = readStories(folder)
  const problems = problemsIn(packs, knowledge)
  if (problems.length > 0 || !packs.edition) {
    throw new Error(`The stories in ${folder} are not right:\n${formatProblems(problems)}`)
  }
  const stories = packs.each
    .map(({ content }) => content)
    .sort((a, b) => storyRoles.indexOf(a.role) - storyRoles.indexOf(b.role))
  const byId = new Map(stories.map((story) => [story.id, story]))
  return { ...packs.edition.content, stories, find: (id) => byId.get(id) }
}
