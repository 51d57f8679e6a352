/** One element of the worksheet, and what was looked at. Pure: it counts nothing and concludes nothing. */

/** A statement beside its facts, and what speaks against it: words, facts, or where somebody looked in vain. */
export type Statement = {
  readonly text: string
  /** ids of facts of the dossier; one at least */
  readonly facts: readonly string[]
  readonly against: string
  /** ids of facts that speak against it */
  readonly againstFacts: readonly string[]
  /** where somebody looked and found nothing against it */
  readonly searched: string
}

export type StatementRefusal = 'text-missing' | 'fact-missing' | 'against-missing' | 'found-or-not'

/** source: the principle is no free pass (Dettmeijer-Vermeulen and Esser 2017), so both sides are written down */
export function whyNoStatement(statement: Statement): StatementRefusal | undefined {
  if (statement.text.trim() === '') return 'text-missing'
  if (statement.facts.length === 0) return 'fact-missing'
  const found = statement.against.trim() !== '' || statement.againstFacts.length > 0
  const searched = statement.searched.trim() !== ''
  if (!found && !searched) return 'against-missing'
  return found && searched ? 'found-or-not' : undefined
}

/** The statements of which every fact is gone: taken away, or recalled by who sent it. Nothing carries them. */
export const restOnNothing = <S extends Pick<Statement, 'facts'>>(
  statements: readonly (S & { readonly kind: Looked['kind'] })[],
  standing: ReadonlySet<string>,
): readonly S[] =>
  statements.filter(
    ({ kind, facts }) => kind === 'statement' && !facts.some((id) => standing.has(id)),
  )

/** What the sheet holds of one element, by its id. */
export type Looked = {
  readonly element: string
  readonly kind: 'statement' | 'unknown'
}

export type NotLooked = {
  /** needed elements of which nothing is written down, in the order of the worksheet */
  readonly elements: readonly string[]
  /** facts that no statement, and no assessment, refers to */
  readonly facts: readonly string[]
}

export const notLookedAt = (on: {
  readonly elements: readonly { readonly id: string; readonly needed: boolean }[]
  readonly looked: readonly Looked[]
  readonly facts: readonly string[]
  readonly used: ReadonlySet<string>
}): NotLooked => ({
  elements: on.elements
    .filter(({ id, needed }) => needed && !on.looked.some(({ element }) => element === id))
    .map(({ id }) => id),
  facts: on.facts.filter((id) => !on.used.has(id)),
})
