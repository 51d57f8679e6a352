import { referenceAddress, referenceName } from '#capabilities/papers/index.ts'
import type { Language } from '#platform/language.ts'
import { link } from '#platform/language.ts'
import { ownPaperName } from './own-paper-name.ts'
import { paperName } from './paper-line.ts'
import { chainOf, type Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import type { ItemRead } from './read-own-items.ts'
import { registerPaths } from './register-paths.ts'

/** What a paper is to an item: where it began, where a step stands, what only names it, or one of the public papers. */
export type ChainLink = {
  readonly id: string
  readonly text: string
  readonly href: string | undefined
  /** ISO date; '' when it is not known, which comes first */
  readonly dated: string
  readonly as: 'raised' | 'told' | 'names' | 'public'
}

/** Every paper that has to do with an item, each once, oldest first: those read here, those named, and the public ones. */
export function ownChain(
  language: Language,
  parliament: Parliament,
  { item, events, papers }: Pick<ItemRead, 'item' | 'events' | 'papers'>,
): ChainLink[] {
  const chain = new Map<string, ChainLink>()
  const add = (id: string, as: ChainLink['as']) => {
    if (id === '' || id.startsWith('https://') || chain.has(id)) return
    chain.set(id, { id, as, ...described(language, parliament, papers, id) })
  }
  add(item.raisedIn ?? '', 'raised')
  const raised = chain.get(item.raisedIn ?? '')
  // Of a paper that was not read the day is that of the item.
  if (raised?.dated === '') chain.set(raised.id, { ...raised, dated: item.raisedOn ?? '' })
  for (const { kind, evidence } of events) if (kind === 'told') add(evidence, 'told')
  for (const { evidence } of events) add(evidence, 'names')
  for (const { reference } of papers) add(reference ?? '', 'names')
  const known = item.publicItem && parliament.findItem(item.publicItem)
  for (const { paper } of known ? chainOf(parliament, known) : []) add(paper.id, 'public')
  return [...chain.values()].toSorted(
    (a, b) => a.dated.localeCompare(b.dated) || a.id.localeCompare(b.id),
  )
}

/** Read here, else known to everybody, else only its name and where the government publishes it. */
function described(
  language: Language,
  parliament: Parliament,
  papers: ItemRead['papers'],
  id: string,
): Pick<ChainLink, 'text' | 'href' | 'dated'> {
  const own = papers.find(({ reference }) => reference === id)
  if (own) {
    const href = link(language, registerPaths.paper(own.id))
    return { text: ownPaperName(language, own), href, dated: own.dated ?? '' }
  }
  const known = parliament.findPaper(id)
  if (known) {
    const text = `${known.title[language]} (${paperName(language, known)})`
    return { text, href: link(language, paths.paper(known.id)), dated: known.date ?? '' }
  }
  return { text: referenceName(language, id), href: referenceAddress(id), dated: '' }
}
