import type { ReadDecision, ReadDossier, ReadFact, ReadStatement } from './read-dossier.ts'

/** A decision with the dossier as it was when it was signed: what came in or went later is not in it. */
export type DecisionThen = {
  readonly decision: ReadDecision
  readonly facts: readonly ReadFact[]
  readonly statements: readonly ReadStatement[]
  /** why there was no assessment, when there was none */
  readonly withoutBecause: string
  /** a later decision was signed in the same dossier */
  readonly isReplaced: boolean
}

export function decisionThen(read: ReadDossier, id: string): DecisionThen | undefined {
  const decision = read.decisions.find((one) => one.id === id)
  if (!decision) return undefined
  const { signedAt } = decision
  const without = read.events.findLast(
    ({ kind, at }) => kind === 'go-without' && !isLater(at, signedAt),
  )
  return {
    decision,
    facts: read.facts.filter(({ addedAt, withdrawn }) => !withdrawn && !isLater(addedAt, signedAt)),
    statements: read.everStated.filter(
      ({ addedAt, withdrawnAt }) =>
        !isLater(addedAt, signedAt) &&
        (withdrawnAt === undefined || isLater(withdrawnAt, signedAt)),
    ),
    withoutBecause: without?.words.text ?? '',
    isReplaced: read.decisions.at(-1)?.id !== id,
  }
}

/** ISO instants may differ in how many figures they give, so they are compared as moments. */
const isLater = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other)
