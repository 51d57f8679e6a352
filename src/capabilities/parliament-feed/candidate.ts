import type { KnownHere } from './register-port.ts'
import type { Facts } from './row.ts'

/** Kinds of what was found, as the list can be narrowed to. */
export const candidateKinds = ['motion', 'questions', 'letter', 'commitment', 'other'] as const
export type CandidateKind = (typeof candidateKinds)[number]

/** What the House calls these kinds. */
export const namesOfHouse: Readonly<Partial<Record<CandidateKind, string>>> = {
  motion: 'Motie',
  questions: 'Schriftelijke vragen',
  letter: 'Brief regering',
}

export const kindOf = (kind: string): CandidateKind =>
  candidateKinds.find((one) => namesOfHouse[one] === kind) ?? 'other'

export type PaperOf = Facts['documents'] & {
  readonly onDay: string | undefined
  readonly withdrawn: boolean
}

/** Something of the House that may belong in the register, with its papers and what was decided on it. */
export type Candidate = {
  readonly source: 'matters' | 'commitments'
  readonly id: string
  readonly kind: CandidateKind
  /** in the words of the House */
  readonly kindName: string
  readonly number: string
  readonly subject: string
  readonly onDay: string | undefined
  readonly dossiers: readonly string[]
  /** of a motion: what the government advised; of a commitment: how it stands */
  readonly said: string | undefined
  /** what came of the vote, in the words of the House; nothing while there was none */
  readonly outcome: string | undefined
  readonly papers: readonly PaperOf[]
  /** the House took it back, or out of what we look at */
  readonly withdrawn: boolean
  /** when it, or something of it, changed last: whoever marks it seen has seen it so */
  readonly touchedAt: string
  /** nobody saw it; somebody did, and it changed since; or somebody saw it as it is */
  readonly looked: 'not-yet' | 'changed-since' | 'seen'
  /** the item of the register that somebody made of it */
  readonly itemId: string | undefined
}

/** What the register keeps; a letter or anything else is a paper to read, not something that was asked or promised. */
export type TakenKind = 'motion' | 'questions' | 'commitment'
export const isForRegister = (kind: CandidateKind): kind is TakenKind =>
  kind === 'motion' || kind === 'questions' || kind === 'commitment'

/** The papers in which it was raised first, then its own number. */
export const referencesOf = ({ papers, kindName, number }: Candidate): string[] => {
  const own = papers.toSorted((one, other) => startsSo(other, kindName) - startsSo(one, kindName))
  return [...own.flatMap(({ reference }) => reference ?? []), number]
}
const startsSo = ({ kind }: PaperOf, name: string): number =>
  name && kind.startsWith(name) ? 1 : 0

type Decided = Facts['decisions'] & { readonly stamp: string }

/** What came of the vote: the last decision that was a vote. source: `BesluitSoort` in recorded answers. */
export const outcomeOf = (decisions: readonly Decided[]): string | undefined =>
  decisions
    .filter(({ kind }) => kind.startsWith('Stemmen'))
    .toSorted((one, other) => (one.stamp < other.stamp ? -1 : 1))
    .at(-1)?.text

/**
 * The item of the register that it can only be, because it was raised in the same paper. Of commitments there can be
 * many in one paper, so those are for a person.
 */
export function standsAs(candidate: Candidate, { items }: KnownHere): string | undefined {
  const references = referencesOf(candidate)
  const fits = items.filter(
    ({ kind, raisedIn }) =>
      kind !== 'commitment' && kind === candidate.kind && references.includes(raisedIn ?? ''),
  )
  return fits.length === 1 ? fits[0]?.id : undefined
}
