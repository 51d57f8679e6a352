import { checkAdvice } from './check-advice.ts'
import { checkConversation } from './check-conversation.ts'
import { checkMethods } from './check-methods.ts'
import { checkProvenance } from './check-provenance.ts'
import { checkSignals } from './check-signals.ts'
import type { Packs } from './packs.ts'
import type { Problem } from './problem.ts'
import { doubles, type Entry } from './references.ts'

/** What no single file can know of itself: references, doubles and marks across the packs. */
export function crossCheck(packs: Packs): Problem[] {
  return [
    ...checkSignals(packs),
    ...checkAdvice(packs),
    ...checkConversation(packs),
    ...checkMethods(packs),
    ...checkProvenance(packs),
    ...checkEditions(packs),
  ]
}

function checkEditions({
  guidance,
  lines,
  advice,
  terms,
  conversation,
  methods,
  map,
}: Packs): Problem[] {
  const problems: Problem[] = []
  const entries: Entry[] = []
  for (const pack of [guidance, lines, advice, terms, conversation, ...methods, map]) {
    if (!pack) continue
    const { id, validFrom, validUntil } = pack.content.edition
    entries.push({ yaml: pack.yaml, path: ['edition', 'id'], id })
    if (validUntil !== null && validUntil <= validFrom) {
      problems.push(
        pack.yaml.problem(
          ['edition', 'validUntil'],
          'this edition ends before it begins',
          'Write a day after validFrom, or null',
        ),
      )
    }
  }
  return [...problems, ...doubles(entries)]
}
