/** Finding an organisation in the public list: by kind, by a part of its name, page by page, without an end. */
import type { OrganisationKind } from '#platform/actor.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { isId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { listPartiesById, type Party, searchParties } from './organisation-store.ts'

export type PartySearch = {
  readonly kind: string
  /** of its name, in any case */
  readonly part: string
  /** the last one of the page before */
  readonly after: string | undefined
}

/** Characters of a name that are looked for, at most. */
const longestPart = 100

/** What somebody looks for, out of a form that holds `searchFields`; without it the first page of everything. */
export const searchIn = (typed: Typed): PartySearch => {
  const after = textOf(typed, 'find')
  return {
    kind: textOf(typed, 'find-kind'),
    part: textOf(typed, 'find-name').trim().slice(0, longestPart),
    after: isId(after) ? after : undefined,
  }
}

/** Whether somebody asked for a page of the list with this form, and sends nothing yet. */
export const looksForParty = (typed: Typed): boolean => textOf(typed, 'find') !== ''

export type FoundParties = {
  readonly kinds: readonly OrganisationKind[]
  readonly search: PartySearch
  /** by name; never the own organisation */
  readonly parties: readonly Party[]
  /** of these kinds, and chosen before: they stay at hand, whatever somebody looks for */
  readonly chosen: readonly Party[]
  /** where the next page begins */
  readonly next: string | undefined
}

type Finding = {
  readonly kinds: readonly OrganisationKind[]
  readonly search: PartySearch
  /** ids of what was chosen before */
  readonly chosen?: readonly string[]
}

/** One page of the organisations of these kinds. */
export async function findParties(
  work: Work,
  { kinds, search, chosen = [] }: Finding,
): Promise<FoundParties> {
  const asked = kinds.filter((kind) => kind === search.kind)
  const { part, after } = search
  const page = await searchParties(work, { kinds: asked.length > 0 ? asked : kinds, part, after })
  const known = (await listPartiesById(work, chosen.filter(isId))).filter(({ kind }) =>
    kinds.includes(kind),
  )
  return { kinds, search, ...page, chosen: known }
}

/** What can be chosen now: what was chosen before, and this page; each once. */
export const choosable = ({ parties, chosen }: FoundParties): readonly Party[] => [
  ...chosen,
  ...parties.filter(({ id }) => !chosen.some((one) => one.id === id)),
]
