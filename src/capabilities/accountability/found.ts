import type { Commitment, CommitmentKind, Motion, Paper, Span } from '#capabilities/papers/index.ts'
import { isReference } from './reference.ts'
import type { ItemKind } from './register-item.ts'

export const foundKinds = [
  'dossier',
  'reference',
  'motion',
  'commitment',
  'promise',
  'questions',
  'law-article',
  'programme',
  'organisation',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** What is only a name: all those about which the reader was sure can be confirmed at once. */
export const plainNames = [
  'dossier',
  'reference',
  'law-article',
  'programme',
  'organisation',
] as const satisfies readonly FoundKind[]

/** What becomes an item of the register when a person says that it is so. */
export type Proposal = {
  readonly kind: ItemKind
  readonly says: string
  readonly by: readonly string[]
  /** ISO date; not said when left out */
  readonly raisedOn?: string
  readonly raisedIn?: string
  readonly wantedWords?: string
  readonly wantedUntil?: string
  /** what the paper says of it: kept now, promised before, new, intended, or what comes back */
  readonly as?: CommitmentKind | 'answered'
}

/** One thing that was found in a paper. */
export type Found = {
  readonly kind: FoundKind
  /** an id, a name or the words of the paper: what a list shows */
  readonly text: string
  /** every place, first one first; UTF-16 offsets in the text of the paper */
  readonly spans: readonly Span[]
  readonly uncertain: boolean
  /** of what is more than a name */
  readonly proposal?: Proposal
}

/** More than any real paper holds: a laws' index is no letter. */
export const mostFound = 2000
/** Signs of what is kept of a find; the places lead to the whole. */
const longestText = 300
const longestSays = 2000

/** Everything that was found in it, in the order of its text. What a paper is itself is not among them. */
export function foundIn(paper: Paper): Found[] {
  const all: Found[] = [
    ...paper.dossiers.map((one) => plain('dossier', one.dossier, [one.span], one.uncertain)),
    ...paper.references.map((one) =>
      plain('reference', one.id, [one.span, ...one.also], one.uncertain),
    ),
    ...paper.motions.map(motion),
    ...paper.commitments.map((one) => promised('commitment', one, paper)),
    ...paper.promises.map((one) => promised('promise', one, paper)),
    ...questions(paper),
    ...paper.lawArticles.map((one) =>
      plain('law-article', one.id, [one.span, ...one.also], one.uncertain),
    ),
    ...paper.programmes.map((one) =>
      plain('programme', one.name, [one.span, ...one.also], one.uncertain),
    ),
    ...paper.organisations.map((one) =>
      plain('organisation', one.name, [one.span, ...one.also], one.uncertain),
    ),
  ]
  return all.toSorted((a, b) => startOf(a) - startOf(b) || order(a) - order(b))
}

const startOf = ({ spans }: Found): number => spans[0]?.start ?? 0
const order = ({ kind }: Found): number => foundKinds.indexOf(kind)
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`

/** What the register can name as a paper: an answer that was not published has only a number of its own. */
const named = (id: string | null | undefined): string | undefined =>
  id && isReference(id) ? id : undefined

const plain = (
  kind: FoundKind,
  text: string,
  spans: readonly Span[],
  uncertain: boolean,
): Found => ({ kind, text: cut(text, longestText), spans, uncertain })

function motion(one: Motion): Found {
  // Of the paper that is the motion itself, the whole would be the place: what it asks is meant.
  const asked = one.requests.map(({ span }) => span)
  const own = one.part === 'own' && asked.length > 0
  return {
    kind: 'motion',
    text: cut([one.id ?? '', one.by.join(', ')].filter(Boolean).join(' '), longestText),
    spans: own ? asked : [one.span, ...one.also],
    uncertain: one.uncertain,
    proposal: {
      kind: 'motion',
      says: cut(one.requests.map(({ text }) => text).join('\n'), longestSays),
      by: one.by.slice(0, 20),
      ...(one.date ? { raisedOn: one.date } : {}),
      ...(one.id ? { raisedIn: one.id } : {}),
    },
  }
}

function promised(kind: 'commitment' | 'promise', one: Commitment, paper: Paper): Found {
  const before = one.kind === 'discharged' || one.kind === 'repeated'
  const [first] = one.references
  const raisedIn = named(before ? first : paper.id)
  const raisedOn = before ? undefined : (paper.date ?? undefined)
  return {
    kind,
    text: cut(one.what, longestText),
    spans: [one.span],
    uncertain: one.uncertain,
    proposal: {
      kind: 'commitment',
      says: cut(one.what, longestSays),
      by: [],
      as: one.kind,
      ...(raisedOn ? { raisedOn } : {}),
      ...(raisedIn ? { raisedIn } : {}),
      ...(one.deadline ? { wantedWords: cut(one.deadline.text, 200) } : {}),
      ...(one.deadline?.until ? { wantedUntil: one.deadline.until } : {}),
    },
  }
}

function questions({ questionLetter: letter, text }: Paper): Found[] {
  if (!letter) return []
  const raisedIn = named(letter.number)
  return [
    {
      kind: 'questions',
      text: cut(letter.number || text.slice(letter.span.start, letter.span.end), longestText),
      spans: [letter.span],
      uncertain: letter.uncertain,
      proposal: {
        kind: 'questions',
        says: '',
        by: letter.by.map(({ name }) => name).slice(0, 20),
        as: 'answered',
        ...(letter.date ? { raisedOn: letter.date } : {}),
        ...(raisedIn ? { raisedIn } : {}),
      },
    },
  ]
}
