import { formatProblems } from '#capabilities/knowledge/index.ts'
import { problemsIn } from './check-law.ts'
import type { Law } from './law.ts'
import { inForceOn } from './legal-rule.ts'
import { readLaw } from './read-law.ts'

/** Reads the law in a knowledge folder. Throws with every problem, one per line: half the law is not served. */
export function loadLaw(folder: string): Law {
  const packs = readLaw(folder)
  const problems = problemsIn(packs)
  if (problems.length > 0 || !packs.edition || !packs.sepot || !packs.routes) {
    throw new Error(`The law in ${folder} is not right:\n${formatProblems(problems)}`)
  }
  const { edition, subjects } = packs.edition.content
  const about = (subject: string) =>
    packs.rules
      .filter(({ content }) => content.subject === subject)
      .flatMap(({ content }) => content.rules)
  const rules = subjects.flatMap(({ id }) => about(id))
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return {
    edition,
    subjects,
    rules,
    sepot: packs.sepot.content,
    routes: packs.routes.content,
    findRule: (id) => byId.get(id),
    getRule(id) {
      const rule = byId.get(id)
      if (!rule) throw new Error(`There is no rule '${id}' in knowledge/law/rules.`)
      return rule
    },
    rulesAbout: about,
    inForceOn,
  }
}
