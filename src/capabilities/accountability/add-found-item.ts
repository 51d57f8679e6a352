import type { Work } from '#platform/work.ts'
import { addOwnItem } from './add-own-item.ts'
import { longestOfItem as longest } from './own-item.ts'
import { isReference } from './reference.ts'
import type { ItemKind } from './register-item.ts'

/** What somebody takes over from what the House publishes. */
export type FoundItem = {
  readonly kind: ItemKind
  /** what is asked or promised, in the words of the House */
  readonly says: string
  /** ISO date */
  readonly raisedOn: string | undefined
  /** names of its papers and numbers, the best first */
  readonly references: readonly string[]
}

/** Puts it in the register in the words of the House; whoever took it over writes it further. Answers its id. */
export function addFoundItem(work: Work, { kind, says, raisedOn, references }: FoundItem) {
  const raisedIn = references.find(isReference)
  const content = {
    kind,
    title: cut(says, longest.title),
    says: cut(says, longest.says),
    ...{ by: [], raisedOn, raisedIn, wantedWords: '', wantedUntil: undefined },
    ...{ laterToldOn: undefined, publicItem: undefined },
  }
  return addOwnItem(work, content, {
    happenedOn: raisedOn,
    evidence: raisedIn ?? '',
    key: undefined,
  })
}

/** What does not fit ends in three dots, not in half a letter. */
const cut = (text: string, most: number): string => {
  const signs = [...text.trim().replaceAll(/\s+/g, ' ')]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('')
}
