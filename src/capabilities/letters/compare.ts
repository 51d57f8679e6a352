import { diffArrays, diffWordsWithSpace } from 'diff'
import { inPlace, type LetterBlock, type LetterContent } from './letter.ts'

/** A part of a text that stayed, went, or came. */
export type Change = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** One piece beside itself in another version; `changes` is nothing where it is the same. */
export type ComparedBlock = {
  readonly heading: string
  readonly before: LetterBlock | undefined
  readonly after: LetterBlock | undefined
  readonly changes: readonly Change[] | undefined
}

/** Where two texts have more differences than this, they are shown whole: finding each would take long. */
const mostDifferences = 2000

function changesBetween(before: string, after: string): readonly Change[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostDifferences }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return found
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({
      kind: removed ? 'gone' : added ? 'new' : 'same',
      text: value,
    }))
}

const wholeOf = (block: LetterBlock | undefined): string =>
  block === undefined ? '' : `${block.heading}\n\n${block.text}`

/** Every piece of both versions once, where it stands in the later one; what went stands where it stood. */
export function compareLetters(
  before: LetterContent,
  after: LetterContent,
): readonly ComparedBlock[] {
  const [was, is] = [inPlace(before.blocks), inPlace(after.blocks)]
  const ids = (blocks: readonly LetterBlock[]) => blocks.map(({ id }) => id)
  const order = diffArrays([...ids(was)], [...ids(is)]).flatMap(({ value }) => value)
  return [...new Set(order)].map((id) => {
    const [one, next] = [was, is].map((blocks) => blocks.find((block) => block.id === id))
    const isSame = wholeOf(one) === wholeOf(next)
    return {
      heading: next?.heading ?? one?.heading ?? '',
      before: one,
      after: next,
      changes: isSame ? undefined : changesBetween(wholeOf(one), wholeOf(next)),
    }
  })
}
