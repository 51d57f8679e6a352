import type {
  ReadAssessment,
  ReadDecision,
  ReadDossier,
  ReadFact,
  ReadOffence,
  ReadStatement,
} from './read-dossier.ts'

/** A decision with the dossier as it was when it was signed: what came in or went later is not in it. */
export type DecisionThen = {
  readonly decision: ReadDecision
  readonly facts: readonly ReadFact[]
  /** those it decided on, in the order in which they were written down */
  readonly offences: readonly ReadOffence[]
  readonly statements: readonly ReadStatement[]
  /** every one until it was signed, also of a round before: what was not followed stands beside what was */
  readonly assessments: readonly ReadAssessment[]
  /** why no assessment came in the round of this decision; nothing when one did */
  readonly withoutBecause: string | undefined
  /** a later decision was signed in the same dossier */
  readonly isReplaced: boolean
}

export function decisionThen(read: ReadDossier, id: string): DecisionThen | undefined {
  const decision = read.decisions.find((one) => one.id === id)
  if (!decision) return undefined
  const { signedAt } = decision
  // Ids grow with time.
  const before = read.decisions.findLast((one) => one.id < id)?.id ?? ''
  const assessments = read.assessments.filter((one) => one.id < id)
  const without = read.events.findLast(
    ({ kind, at }) => kind === 'go-without' && !isLater(at, signedAt),
  )
  return {
    decision,
    // Taken away afterwards: it stood there when this was signed, so it stands here as it did.
    facts: read.facts
      .filter((one) => stoodAt(one, signedAt))
      .map((one) => ({ ...one, withdrawn: false })),
    offences: read.offences
      .filter(({ id: offence }) => decision.outcomes.some((one) => one.offenceId === offence))
      .map((one) => ({ ...one, withdrawn: false })),
    assessments,
    statements: read.everStated.filter((one) => stoodAt(one, signedAt)),
    withoutBecause: assessments.some((one) => one.id > before) ? undefined : without?.words.text,
    isReplaced: read.decisions.at(-1)?.id !== id,
  }
}

type Standing = Pick<ReadStatement, 'addedAt' | 'withdrawnAt'>

const stoodAt = ({ addedAt, withdrawnAt }: Standing, at: string): boolean =>
  !isLater(addedAt, at) && (withdrawnAt === undefined || isLater(withdrawnAt, at))

/** ISO instants may differ in how many figures they give, so they are compared as moments. */
const isLater = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other)
