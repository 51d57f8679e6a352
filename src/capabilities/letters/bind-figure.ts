import type { FigureRef } from '#capabilities/figures/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import { changeLetter } from './change-letter.ts'
import type { LetterDesk } from './desk.ts'
import { longest, withFigure } from './letter.ts'
import { figuresUsed } from './letter-text.ts'
import { getLetter } from './read-letter.ts'

/** Binds a published figure, so that the text can call it. One that may not be told is refused. */
export async function bindFigure(
  work: Work,
  { figures, keyring }: Pick<LetterDesk, 'figures' | 'keyring'>,
  letterId: string,
  ref: FigureRef,
): Promise<void> {
  writer(work)
  await getLetter(work, letterId)
  const now = (await figures.read(work, ref)) ?? refuse('not-found', 'no-such-figure')
  if (now.value === undefined) refuse('invalid', 'figure-not-told')
  await changeLetter(work, { keyring }, letterId, {
    kind: 'figure-bound',
    to: (content) => {
      if (content.figures.length >= longest.figures) refuse('invalid', 'too-many-figures')
      return withFigure(content, now.ref)
    },
  })
}

/** Lets a figure go that no text calls any more. */
export const releaseFigure = (
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  letterId: string,
  number: number,
): Promise<void> =>
  changeLetter(work, desk, letterId, {
    kind: 'figure-released',
    to: (content) => {
      if (!content.figures.some((one) => one.number === number)) return content
      const inUse = content.blocks.some(({ text }) => figuresUsed(text).includes(number))
      if (inUse) refuse('conflict', 'figure-in-use')
      return { ...content, figures: content.figures.filter((one) => one.number !== number) }
    },
  })
