import { doubles, inReadingOrder, type Problem } from '#capabilities/knowledge/index.ts'
import { checkClocks, checkTelling } from './check-procedure.ts'
import { checkRoutes, checkSepot } from './check-routes.ts'
import { checkRules } from './check-rules.ts'
import { checkSharing } from './check-sharing.ts'
import { type LawPacks, readLaw } from './read-law.ts'

/** Everything that is wrong in the law of a knowledge folder, in reading order; empty when all is well. */
export const checkLaw = (folder: string): Problem[] => problemsIn(readLaw(folder))

export const problemsIn = (packs: LawPacks): Problem[] =>
  inReadingOrder([
    ...packs.problems,
    ...checkEdition(packs),
    ...checkRules(packs),
    ...checkSepot(packs),
    ...checkRoutes(packs),
    ...checkSharing(packs),
    ...checkClocks(packs),
    ...checkTelling(packs),
  ])

function checkEdition({ edition }: LawPacks): Problem[] {
  if (!edition) return []
  const { yaml, content } = edition
  return doubles(content.subjects.map(({ id }, index) => ({ yaml, path: ['subjects', index], id })))
}
