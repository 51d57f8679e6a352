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
  /** ids of offences; none where the element is not about one, or nobody said which */
  readonly offences: readonly string[]
}

type Element = {
  readonly id: string
  readonly needed: boolean
  readonly aboutOffence: boolean
}

/** Whether it is said of this offence. Where a dossier has only one, what names none is about that one. */
const isAbout = (
  { offences }: Pick<Looked, 'offences'>,
  offence: string,
  standing: readonly string[],
): boolean => offences.includes(offence) || (offences.length === 0 && standing.length === 1)

/** What the sheet says of one offence, and of elements that are not about one; in the order of the worksheet. */
export type Sheet<E, S> = readonly { readonly element: E; readonly said: readonly S[] }[]

type Sheets<E, S> = {
  readonly elements: readonly E[]
  readonly said: readonly S[]
  /** ids of the offences that the dossier is about */
  readonly offences: readonly string[]
}

export const sheetOf = <E extends Element, S extends Looked>(
  { elements, said, offences }: Sheets<E, S>,
  offence: string,
): Sheet<E, S> =>
  elements
    .filter(({ aboutOffence }) => aboutOffence)
    .map((element) => ({
      element,
      said: said.filter((one) => one.element === element.id && isAbout(one, offence, offences)),
    }))

/** Besides what is said of each offence; also what should say which one it is about, and does not. */
export const sheetBeside = <E extends Element, S extends Looked>({
  elements,
  said,
  offences,
}: Sheets<E, S>): Sheet<E, S> =>
  elements
    .map((element) => ({
      element,
      said: said.filter(
        (one) =>
          one.element === element.id &&
          !(element.aboutOffence && offences.some((id) => isAbout(one, id, offences))),
      ),
    }))
    .filter(({ element, said: mine }) => !element.aboutOffence || mine.length > 0)

/** A needed element of which nothing is written down; or nothing about this offence, while there is about another. */
export type Gap = { readonly element: string; readonly offence?: string }

export const gapsIn = (sheets: Sheets<Element, Looked>): readonly Gap[] =>
  sheets.elements
    .filter(({ needed }) => needed)
    .flatMap(({ id, aboutOffence }): readonly Gap[] => {
      const { offences } = sheets
      const mine = sheets.said.filter(({ element }) => element === id)
      if (mine.length === 0) return [{ element: id }]
      const open = offences.filter((one) => !mine.some((said) => isAbout(said, one, offences)))
      if (!aboutOffence || open.length === 0) return []
      return offences.length === 1
        ? [{ element: id }]
        : open.map((offence) => ({ element: id, offence }))
    })

export type NotLooked = {
  /** in the order of the worksheet */
  readonly gaps: readonly Gap[]
  /** facts that no statement, and no assessment, refers to */
  readonly facts: readonly string[]
}

export const notLookedAt = (
  on: Sheets<Element, Looked> & {
    readonly facts: readonly string[]
    readonly used: ReadonlySet<string>
  },
): NotLooked => ({ gaps: gapsIn(on), facts: on.facts.filter((id) => !on.used.has(id)) })
