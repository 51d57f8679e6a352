import { type AnswerTerm, answerClock } from './answer-clock.ts'
import { type ItemKind, type ItemState, itemStates } from './register-item.ts'

/** What somebody writes of a motion, a commitment, written questions or a request. */
export type OwnItemContent = {
  readonly kind: ItemKind
  readonly title: string
  /** what is asked or promised */
  readonly says: string
  /** members of Parliament who asked it */
  readonly by: readonly string[]
  /** ISO dates; not known when left out */
  readonly raisedOn: string | undefined
  /** the paper in which it was raised */
  readonly raisedIn: string | undefined
  /** by when it was promised: the words of the paper, and the last day as it is read here */
  readonly wantedWords: string
  readonly wantedUntil: string | undefined
  /** of written questions: the day on which was told that the answer comes later */
  readonly laterToldOn: string | undefined
  /** its code among the papers that everybody can read */
  readonly publicItem: string | undefined
}

/** What is told of an item: how it stands, since which paper. */
export type ItemTold = {
  readonly state: ItemState
  /** ISO date of what happened; not known when left out */
  readonly happenedOn: string | undefined
  readonly says: string
  /** the name of a paper or an https address; what is done always has one */
  readonly evidence: string
}

/** Characters that fit in each field, and lines of names; the database holds the same. */
export const longestOfItem = {
  title: 200,
  says: 2000,
  by: 20,
  name: 80,
  wantedWords: 200,
  evidence: 300,
}

/** What is begun is not open again; what was called done can be taken up again. */
const after: Readonly<Record<ItemState, readonly ItemState[]>> = {
  open: ['open', 'under-way', 'done'],
  'under-way': ['under-way', 'done'],
  done: ['done', 'under-way'],
}

export const itemStatesAfter = (from: ItemState): readonly ItemState[] => after[from]
export const itemCanBecome = (from: ItemState, to: ItemState): boolean => after[from].includes(to)

export const isItemState = (text: string): text is ItemState =>
  (itemStates as readonly string[]).includes(text)

/** The last day on which it is wanted: as promised, or of written questions the end of their term. */
export function wantedBy(
  { kind, wantedUntil, raisedOn }: Pick<OwnItemContent, 'kind' | 'wantedUntil' | 'raisedOn'>,
  term: Pick<AnswerTerm, 'weeks'>,
): string | undefined {
  if (wantedUntil !== undefined || kind !== 'questions' || raisedOn === undefined)
    return wantedUntil
  return answerClock(term, { askedOn: raisedOn, answeredOn: undefined }, raisedOn).dueOn
}

/** The same items, each with the last day on which it is wanted. */
export const withTerms = <T extends Pick<OwnItemContent, 'kind' | 'wantedUntil' | 'raisedOn'>>(
  term: Pick<AnswerTerm, 'weeks'>,
  items: readonly T[],
): T[] => items.map((item) => ({ ...item, wantedUntil: wantedBy(item, term) }))

/** Not done, and wanted on that day at the latest. Without a day of its own it waits whenever one asks. */
export const waitsBy = (
  { state, wantedUntil }: { state: ItemState; wantedUntil: string | undefined },
  day: string | undefined,
): boolean =>
  state !== 'done' && (day === undefined || wantedUntil === undefined || wantedUntil <= day)
