/** The assessment that a qualified person gives over the channel: what is written for it, and when it is whole. Pure. */
import type { FormErrors, Typed } from '#platform/form.ts'
import { type Field, type FormRead, readFields } from './fields.ts'

/** What of each element is asked; the names begin with these. */
export const sides = ['favour', 'against', 'unknown'] as const
export type Side = (typeof sides)[number]

export const sideField = (side: Side, element: string): string => `${side}-${element}`

type Element = { readonly id: string; readonly needed: boolean }

/** On one element of the worksheet; a text may be empty. */
export type AssessedElement = {
  readonly element: string
  readonly inFavour: string
  readonly against: string
  readonly unknown: string
}

export type Assessment = {
  readonly capacity: string
  /** what makes this person qualified */
  readonly qualification: string
  /** since when, as an ISO date */
  readonly qualifiedOn: string
  /** how this person stands to the case and to the investigation */
  readonly involved: string
  /** ids of facts of the delivery */
  readonly facts: readonly string[]
  readonly lookedAt: string
  readonly elements: readonly AssessedElement[]
  /** about whether there is reason to presume a victim, in words and never a score */
  readonly conclusion: string
}

/** Before the elements and after them. */
export const firstFields = [
  { name: 'capacity', as: 'line' },
  { name: 'qualification', as: 'line' },
  { name: 'qualifiedOn', as: 'date' },
  { name: 'involved', as: 'words', rows: 3 },
] as const satisfies readonly Field[]
export const lastFields = [
  { name: 'conclusion', as: 'words', rows: 6 },
] as const satisfies readonly Field[]
const lookedFields = [
  { name: 'facts', as: 'facts', optional: true },
  { name: 'lookedAt', as: 'words', optional: true, rows: 3 },
] as const satisfies readonly Field[]

const elementFields = (elements: readonly Element[]): readonly Field[] =>
  elements.flatMap(({ id }) =>
    sides.map((side) => ({ name: sideField(side, id), as: 'words', optional: true }) as const),
  )

/** Of what was typed, only what belongs to this form: a draft is kept as it is, right or wrong. */
export function draftFrom(typed: Typed, elements: readonly Element[]): Typed {
  const names = new Set([
    ...[...firstFields, ...lookedFields, ...lastFields, ...elementFields(elements)].map(
      ({ name }) => name,
    ),
    ...['day', 'month', 'year'].map((part) => `qualifiedOn-${part}`),
  ])
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
}

/** Whole, or everything that is missing at once. Of each needed element something is said, or that it is unknown. */
export function assessmentFrom(
  typed: Typed,
  { elements, today }: { readonly elements: readonly Element[]; readonly today: string },
): FormRead<Assessment> {
  const first = readFields(firstFields, typed)
  const looked = readFields(lookedFields, typed)
  const last = readFields(lastFields, typed)
  const said = readFields(elementFields(elements), typed)
  const textOf = (name: string): string => {
    const text = 'value' in said ? said.value[name] : ''
    return typeof text === 'string' ? text : ''
  }
  const given = elements.map(({ id, needed }) => ({
    needed,
    words: {
      element: id,
      inFavour: textOf(sideField('favour', id)),
      against: textOf(sideField('against', id)),
      unknown: textOf(sideField('unknown', id)),
    },
  }))
  const isSaid = ({ inFavour, against, unknown }: AssessedElement) =>
    [inFavour, against, unknown].some((text) => text !== '')
  const errors: FormErrors = {
    ...('errors' in first ? first.errors : {}),
    ...('errors' in looked ? looked.errors : {}),
    ...('errors' in said
      ? said.errors
      : Object.fromEntries(
          given
            .filter(({ needed, words }) => needed && !isSaid(words))
            .map(({ words }) => [sideField('unknown', words.element), 'element-empty']),
        )),
    ...('errors' in last ? last.errors : {}),
    ...('value' in first && first.value.qualifiedOn > today ? { qualifiedOn: 'date-future' } : {}),
  }
  if (
    Object.keys(errors).length > 0 ||
    !('value' in first && 'value' in looked && 'value' in last)
  ) {
    return { errors }
  }
  const elementsSaid = given.map(({ words }) => words).filter(isSaid)
  return { value: { ...first.value, ...looked.value, ...last.value, elements: elementsSaid } }
}
