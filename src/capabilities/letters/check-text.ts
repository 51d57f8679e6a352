import { type BareNumber, bareNumbersIn } from './bare-numbers.ts'
import { type AnsweredNumber, type BoundFigure, inPlace, type LetterContent } from './letter.ts'
import { figureMark, figuresUsed, isOfParliament, malformedIn, piecesOf } from './letter-text.ts'
import type { LetterAction } from './register-source.ts'

/** What is wrong in a text before it can be kept; `words` is where. */
export type TextFault = {
  readonly code: 'figure-unknown' | 'reference-malformed' | 'reference-unknown'
  readonly words: string
}

type Known = {
  readonly figures: readonly BoundFigure[]
  /** of a paper of Parliament: whether the register holds it, or somebody looked it up */
  readonly isKnown: (id: string) => boolean
}

/** Every figure in the text is bound, and every reference leads somewhere. */
export function faultsOfText(text: string, { figures, isKnown }: Known): readonly TextFault[] {
  const unbound = figuresUsed(text).filter((one) => !figures.some(({ number }) => number === one))
  const unknown = piecesOf(text).flatMap((piece) =>
    piece.kind === 'reference' && isOfParliament(piece.id) && !isKnown(piece.id) ? [piece.id] : [],
  )
  return [
    ...unbound.map((one) => ({ code: 'figure-unknown', words: figureMark(one) }) as const),
    ...malformedIn(text).map((words) => ({ code: 'reference-malformed', words }) as const),
    ...[...new Set(unknown)].map((words) => ({ code: 'reference-unknown', words }) as const),
  ]
}

/** Everything in which people of the ministry wrote numbers of a piece. */
export const wordsOfBlock = ({ heading, text }: { heading: string; text: string }): string =>
  `${heading}\n\n${text}`

/** The title, and what the register says of actions: that stands in the annex, as somebody wrote it. */
export const wordsAround = (
  { title }: Pick<LetterContent, 'title'>,
  actions: readonly LetterAction[],
): string =>
  [title, ...actions.flatMap((one) => [one.title, one.development, one.nextStep])].join('\n\n')

const sameWords = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Numbers beside a word for people of which nobody said why they may stand. */
export const unansweredNumbers = (
  text: string,
  answered: readonly AnsweredNumber[],
): readonly BareNumber[] =>
  bareNumbersIn(text).filter(({ words }) => !answered.some((one) => sameWords(one.words, words)))

/** An answer about words that do not stand there any more is let go. */
export const answersThatStand = (
  text: string,
  answered: readonly AnsweredNumber[],
): readonly AnsweredNumber[] => {
  const there = bareNumbersIn(text)
  return answered.filter((one) => there.some(({ words }) => sameWords(words, one.words)))
}

/** What still holds a letter back: in which piece, or in nothing: in the title or the annex of actions. */
export type HeldBack = {
  readonly blockId: string | undefined
  readonly code: TextFault['code'] | 'figure-in-heading' | 'unanswered'
  readonly words: string
}

/** Every rule of the texts at once, as asked before a letter is fixed, whatever was asked when a piece was kept. */
export function faultsOfLetter(
  content: LetterContent,
  actions: readonly LetterAction[],
  isKnown: Known['isKnown'],
): readonly HeldBack[] {
  const { figures, blocks, previous, answered } = content
  const open = (blockId: string | undefined, text: string, given: readonly AnsweredNumber[]) =>
    unansweredNumbers(text, given).map(
      ({ words }) => ({ blockId, code: 'unanswered', words }) as const,
    )
  const before = previous !== '' && isOfParliament(previous) && !isKnown(previous) ? [previous] : []
  return [
    ...before.map((words) => ({ blockId: undefined, code: 'reference-unknown', words }) as const),
    ...open(undefined, wordsAround(content, actions), answered),
    ...inPlace(blocks).flatMap((block) => [
      ...figuresUsed(block.heading).map(
        (one) =>
          ({ blockId: block.id, code: 'figure-in-heading', words: figureMark(one) }) as const,
      ),
      ...faultsOfText(wordsOfBlock(block), { figures, isKnown }).map((fault) => ({
        blockId: block.id,
        ...fault,
      })),
      ...open(block.id, wordsOfBlock(block), block.answered),
    ]),
  ]
}
