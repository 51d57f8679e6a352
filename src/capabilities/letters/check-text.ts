import type { AnsweredNumber, BoundFigure } from './letter.ts'
import { figureMark, figuresUsed, isOfParliament, malformedIn, piecesOf } from './letter-text.ts'
import { smallNumbersIn } from './small-numbers.ts'

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

/** Small numbers beside a word for people of which nobody said why they may stand. */
export const unansweredNumbers = (
  text: string,
  answered: readonly AnsweredNumber[],
): readonly string[] =>
  smallNumbersIn(text).filter(
    (words) => !answered.some((one) => one.words.toLowerCase() === words.toLowerCase()),
  )

/** An answer about words that do not stand there any more is let go. */
export const answersThatStand = (
  text: string,
  answered: readonly AnsweredNumber[],
): readonly AnsweredNumber[] => {
  const there = smallNumbersIn(text).map((words) => words.toLowerCase())
  return answered.filter(({ words }) => there.includes(words.toLowerCase()))
}
