import type { Edition } from '#capabilities/knowledge/index.ts'
import type { AnswerTerm } from './answer-clock.ts'
import type { Paper, PapersFile, ReferenceKind } from './paper.ts'
import type { Dossier } from './parliament-edition.ts'
import type { RegisterItem } from './register-item.ts'

/** Papers and what was asked and promised in them, read once at start. */
export type Parliament = {
  readonly edition: Edition
  readonly dossiers: readonly Dossier[]
  readonly answerTerm: AnswerTerm
  readonly papers: readonly Paper[]
  readonly notFound: PapersFile['notFound']
  readonly items: readonly RegisterItem[]
  /** by its own name or by a number it has in the open data */
  findPaper(id: string): Paper | undefined
  findItem(id: string): RegisterItem | undefined
}

/** One paper of a chain, and what it is to the item: where it began, a step, or how it speaks of the beginning. */
export type Link = { readonly paper: Paper; readonly as: 'raised' | 'step' | ReferenceKind }

/**
 * Every paper that has to do with an item: where it was raised, where its steps stand, and what speaks of the paper
 * in which it was raised. Each paper once, oldest first; a paper without a date comes first.
 */
export function chainOf(
  { papers, findPaper }: Pick<Parliament, 'papers' | 'findPaper'>,
  { raisedIn, steps }: Pick<RegisterItem, 'raisedIn' | 'steps'>,
): Link[] {
  const chain = new Map<string, Link>()
  const add = (paper: Paper | undefined, as: Link['as']) => {
    if (paper && !chain.has(paper.id)) chain.set(paper.id, { paper, as })
  }
  const raised = raisedIn === null ? undefined : findPaper(raisedIn)
  add(raised, 'raised')
  for (const step of steps) add(findPaper(step.paper), 'step')
  for (const paper of raised ? papers : []) {
    const said = paper.refers.find(({ to }) => findPaper(to)?.id === raised?.id)
    if (said) add(paper, said.how)
  }
  return [...chain.values()].toSorted(byDate)
}

const byDate = (a: Link, b: Link): number =>
  (a.paper.date ?? '').localeCompare(b.paper.date ?? '') || a.paper.id.localeCompare(b.paper.id)

/** The papers that speak of this one, oldest first. */
export const spokenOfIn = (
  { papers, findPaper }: Pick<Parliament, 'papers' | 'findPaper'>,
  { id }: Paper,
): readonly { readonly paper: Paper; readonly how: ReferenceKind }[] =>
  papers.flatMap((paper) =>
    paper.refers.filter(({ to }) => findPaper(to)?.id === id).map(({ how }) => ({ paper, how })),
  )

/** What was raised, or moved on, in this paper. */
export const itemsIn = ({ items }: Pick<Parliament, 'items'>, { id }: Paper): RegisterItem[] =>
  items.filter(({ raisedIn, steps }) => raisedIn === id || steps.some(({ paper }) => paper === id))
