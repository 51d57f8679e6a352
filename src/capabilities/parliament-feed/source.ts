/** What we ask of the House, in this order: its matters, their documents, what was decided, and commitments. */
export const sourceNames = ['matters', 'documents', 'decisions', 'commitments'] as const
export type SourceName = (typeof sourceNames)[number]

/** Commitments come from the feed of changes; the rest is asked as lists that can be narrowed. */
export const isFeed = (name: SourceName): boolean => name === 'commitments'

/** What is asked for: dossiers (five digits) and words in subjects. */
export type Scope = {
  readonly address: string
  readonly dossiers: readonly string[]
  readonly words: readonly string[]
}

/** The same for the same scope: another edition of the dossiers or words means asking for everything again. */
export const scopeId = ({ address, dossiers, words }: Scope): string =>
  JSON.stringify([address, dossiers.toSorted(), words.toSorted()])

/** By the words only; what stands in a dossier is asked for by its number. */
export const speaksOf = (text: string, { words }: Scope): boolean => {
  const plain = text.toLowerCase()
  return words.some((word) => plain.includes(word))
}
