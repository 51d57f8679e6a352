import type { Knowledge, Problem } from '#capabilities/knowledge/index.ts'
import type { Language } from '#platform/language.ts'
import { noChanges, protocolOf } from './edition.ts'
import { findingText } from './pages-check.ts'
import { loadProtocols, readProtocolFile } from './read-protocols.ts'
import { canBeReachedIn, findingsIn } from './sufficiency.ts'
import { t } from './words.ts'

type Around = {
  readonly knowledgeFolder: string
  readonly knowledge: Knowledge
  readonly language: Language
}

/**
 * A protocol in a file, held against the list: what is wrong in the file, or per line what it lacks. Who
 * works at a school is not known here, so a role is enough of an owner.
 */
export function protocolFindings(
  file: string,
  { knowledgeFolder, knowledge, language }: Around,
): { readonly problems: readonly Problem[]; readonly findings: readonly string[] } {
  const { sufficiency } = loadProtocols(knowledgeFolder, knowledge)
  const { findSource, findLine } = knowledge
  const requirements = sufficiency.requirements.map(({ id }) => id)
  const { protocol: example, problems } = readProtocolFile(file, {
    findSource,
    findLine,
    requirements,
  })
  if (!example || problems.length > 0) return { problems, findings: [] }
  const protocol = protocolOf({ example, changes: noChanges })
  const found = findingsIn(protocol, sufficiency.requirements, {
    canBeReached: canBeReachedIn(knowledge),
  })
  const { kinds } = t(language).check
  return {
    problems,
    findings: found.map(
      (one) => `${kinds[one.kind]}: ${findingText(language, { protocol, sufficiency }, one)}`,
    ),
  }
}
