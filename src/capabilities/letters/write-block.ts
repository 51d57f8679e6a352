import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { changeLetter } from './change-letter.ts'
import type { LetterDesk } from './desk.ts'
import {
  type AnsweredNumber,
  type LetterBlock,
  type LetterContent,
  type LetterPart,
  longest,
  movedEarlier,
  withBlock,
} from './letter.ts'

type Keys = Pick<LetterDesk, 'keyring'>

export type BlockWords = {
  readonly heading: string
  readonly text: string
  readonly answered: readonly AnsweredNumber[]
}

const blockOf = ({ blocks }: LetterContent, id: string): LetterBlock =>
  blocks.find((one) => one.id === id) ?? refuse('not-found', 'no-such-block')

const saysTheSame = (one: BlockWords, other: BlockWords): boolean =>
  one.heading === other.heading &&
  one.text === other.text &&
  JSON.stringify(one.answered) === JSON.stringify(other.answered)

/**
 * Writes a piece of the letter. `read` is the version in which the piece was when somebody began to write: what another
 * wrote in between is not overwritten. Another piece that changed is no conflict.
 */
export const writeBlock = (
  work: Work,
  desk: Keys,
  letterId: string,
  { id, words, read }: { id: string; words: BlockWords; read: number },
): Promise<void> =>
  changeLetter(work, desk, letterId, {
    kind: 'block',
    blockId: id,
    to: (content, version) => {
      const block = blockOf(content, id)
      const { heading, text, answered } = words
      if (saysTheSame(block, words)) return content
      if (block.changedIn !== read) refuse('conflict', 'block-was-changed')
      return withBlock(content, { ...block, heading, text, answered, changedIn: version })
    },
  })

/** Adds a piece at the end of its part. The id is that of the form: sent twice, it is added once. */
export const addBlock = (
  work: Work,
  desk: Keys,
  letterId: string,
  { id = newId(), part, words }: { id?: string | undefined; part: LetterPart; words: BlockWords },
): Promise<void> =>
  changeLetter(work, desk, letterId, {
    kind: 'block-added',
    blockId: id,
    to: (content, version) => {
      if (content.blocks.some((one) => one.id === id)) return content
      if (content.blocks.length >= longest.blocks) refuse('invalid', 'too-many-blocks')
      const { heading, text, answered } = words
      return withBlock(content, { id, part, heading, text, answered, changedIn: version })
    },
  })

/** Takes a piece out; earlier versions keep it. */
export const removeBlock = (
  work: Work,
  desk: Keys,
  letterId: string,
  { id, read }: { id: string; read: number },
): Promise<void> =>
  changeLetter(work, desk, letterId, {
    kind: 'block-removed',
    blockId: id,
    to: (content) => {
      if (blockOf(content, id).changedIn !== read) refuse('conflict', 'block-was-changed')
      return { ...content, blocks: content.blocks.filter((one) => one.id !== id) }
    },
  })

export const moveBlock = (work: Work, desk: Keys, letterId: string, id: string): Promise<void> =>
  changeLetter(work, desk, letterId, {
    kind: 'block-moved',
    blockId: id,
    to: (content) => {
      blockOf(content, id)
      return movedEarlier(content, id)
    },
  })
