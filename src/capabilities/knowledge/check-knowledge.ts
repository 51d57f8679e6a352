import { crossCheck } from './cross-check.ts'
import { readPacks } from './packs.ts'
import { inReadingOrder, type Problem } from './problem.ts'

/** Everything that is wrong in a knowledge folder, in reading order; empty when all is well. */
export function checkKnowledge(folder: string): Problem[] {
  const packs = readPacks(folder)
  return inReadingOrder([...packs.problems, ...crossCheck(packs)])
}
