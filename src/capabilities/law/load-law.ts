import { formatProblems } from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import { problemsIn } from './check-law.ts'
import type { Law } from './law.ts'
import { inForceOn } from './legal-rule.ts'
import type { SharingTable } from './may-share.ts'
import { readLaw } from './read-law.ts'
import type { SharingFile } from './sharing-pack.ts'

/** Reads the law in a knowledge folder. Throws with every problem, one per line: half the law is not served. */
export const loadLaw = readOnce(readWholeLaw)

function readWholeLaw(folder: string): Law {
  const packs = readLaw(folder)
  const problems = problemsIn(packs)
  const { clocks, telling, sepot, routes, sharing } = packs
  const whole = packs.edition && clocks && telling && sepot && routes && sharing
  if (problems.length > 0 || !whole) {
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
    sepot: sepot.content,
    routes: routes.content,
    sharing: sharingTable(sharing.content),
    clocks: clocks.content,
    telling: telling.content,
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

function sharingTable({
  edition,
  aims,
  parties,
  questions,
  lines,
  closed,
}: SharingFile): SharingTable {
  const lineById = new Map(lines.map((line) => [line.id, line]))
  const partyById = new Map(parties.map((party) => [party.id, party]))
  const questionById = new Map(questions.map((question) => [question.id, question]))
  return {
    edition,
    aims,
    parties,
    lines,
    closed,
    findLine: (id) => lineById.get(id),
    findParty: (id) => partyById.get(id),
    questionsOf: (line) =>
      line.questions.flatMap((id) => {
        const question = questionById.get(id)
        return question ? [question] : []
      }),
  }
}
