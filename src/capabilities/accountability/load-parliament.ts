import { formatProblems } from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import { problemsIn } from './check-parliament.ts'
import type { Parliament } from './parliament.ts'
import { readParliament } from './read-parliament.ts'

/** Reads the papers in a knowledge folder. Throws with every problem, one per line: half a register is not served. */
export const loadParliament = readOnce(readWholeParliament)

function readWholeParliament(folder: string): Parliament {
  const packs = readParliament(folder)
  const problems = problemsIn(packs)
  const { edition, papers, items } = packs
  if (problems.length > 0 || !edition || !papers || !items) {
    throw new Error(`The papers in ${folder} are not right:\n${formatProblems(problems)}`)
  }
  const paperByName = new Map(
    papers.content.papers.flatMap((paper) =>
      [paper.id, ...paper.alsoKnownAs].map((name) => [name, paper] as const),
    ),
  )
  const itemById = new Map(items.content.items.map((item) => [item.id, item]))
  return {
    ...edition.content,
    ...papers.content,
    ...items.content,
    findPaper: (id) => paperByName.get(id),
    findItem: (id) => itemById.get(id),
  }
}
