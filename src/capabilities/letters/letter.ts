import type { FigureRef } from '#capabilities/figures/index.ts'
import { sameFigure } from './figure-ref.ts'

/** A letter is written, then fixed for good, then published. */
export type LetterState = 'draft' | 'fixed' | 'published'

/** The parts of a letter, in the order in which they stand. */
export const letterParts = ['opening', 'discharged', 'line', 'closing'] as const
export type LetterPart = (typeof letterParts)[number]

/** Why a number that was typed beside a word for people may stand. */
export const numberReasons = ['no-count', 'public'] as const
export type NumberReason = (typeof numberReasons)[number]

/** `words` as they stand in the text, such as "3 signalen"; `where` it was published, for `public`. */
export type AnsweredNumber = {
  readonly words: string
  readonly because: NumberReason
  readonly where: string
}

export type LetterBlock = {
  readonly id: string
  readonly part: LetterPart
  readonly heading: string
  readonly text: string
  readonly answered: readonly AnsweredNumber[]
  /** the version in which it was last written */
  readonly changedIn: number
}

/** `number` is how the text calls it: `{cijfer 1}`. A number is never given twice. */
export type BoundFigure = { readonly number: number; readonly ref: FigureRef }

export type LetterFrame = {
  readonly title: string
  /** such as 29240 or 36600-VI */
  readonly dossiers: readonly string[]
  /** the paper that was the letter before; empty: none */
  readonly previous: string
  /** ids of items of the register that this letter discharges */
  readonly discharged: readonly string[]
  /** papers that are not in the register and that somebody looked up */
  readonly vouched: readonly string[]
  /** about numbers in the title and in the annex of actions */
  readonly answered: readonly AnsweredNumber[]
}

/** Everything that people write of a letter; each save is one more version of it. */
export type LetterContent = LetterFrame & {
  readonly frameChangedIn: number
  readonly blocks: readonly LetterBlock[]
  readonly figures: readonly BoundFigure[]
  readonly lastFigure: number
  /** the published letter that this one corrects; `on`: ISO date of its publication */
  readonly corrects?: { readonly id: string; readonly title: string; readonly on: string }
}

/** Characters in each field, and how many there can be; the channel carries a whole letter at once. */
export const longest = {
  title: 200,
  heading: 160,
  text: 12_000,
  blocks: 24,
  dossiers: 6,
  vouched: 40,
  figures: 60,
  where: 300,
  remark: 4_000,
}

const byPart = (one: LetterBlock, next: LetterBlock): number =>
  letterParts.indexOf(one.part) - letterParts.indexOf(next.part)

/** The blocks as they stand in the letter: by part, and within a part as people put them. */
export const inPlace = (blocks: readonly LetterBlock[]): readonly LetterBlock[] =>
  blocks.toSorted(byPart)

export const withBlock = (content: LetterContent, block: LetterBlock): LetterContent => ({
  ...content,
  blocks: inPlace(
    content.blocks.some(({ id }) => id === block.id)
      ? content.blocks.map((one) => (one.id === block.id ? block : one))
      : [...content.blocks, block],
  ),
})

/** One place earlier within its part; where it is first already, nothing changes. */
export function movedEarlier(content: LetterContent, id: string): LetterContent {
  const at = content.blocks.findIndex((one) => one.id === id)
  const [block, before] = [content.blocks[at], content.blocks[at - 1]]
  if (!block || before?.part !== block.part) return content
  return { ...content, blocks: content.blocks.with(at - 1, block).with(at, before) }
}

/** Bound once: asked again, the figure keeps its number. */
export function withFigure(content: LetterContent, ref: FigureRef): LetterContent {
  if (content.figures.some((one) => sameFigure(one.ref, ref))) return content
  const number = content.lastFigure + 1
  return { ...content, lastFigure: number, figures: [...content.figures, { number, ref }] }
}
