import type { FigureNow } from '#capabilities/figures/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import { faultsOfLetter } from './check-text.ts'
import type { LetterDesk } from './desk.ts'
import { type FrozenFigure, type FrozenLetter, hashOf } from './evidence.ts'
import { calledFigures, documentOf, toldAs } from './letter-document.ts'
import { mustBeDraft } from './must-be-draft.ts'
import { getLetter, surroundingsOf } from './read-letter.ts'
import { alongOf, everybodyApproved, roundOf } from './read-round.ts'

type Freezing = {
  /** the version that somebody read */
  readonly version: number
  /** the name of the own ministry */
  readonly from: string
  /** ISO date */
  readonly today: string
}

/**
 * The letter as it would be fixed now: every figure with the edition that tells it. Refuses what cannot be fixed: another
 * version than was read, a ministry that did not approve this text, a figure that may not be told, a text
 * that holds what is not kept either (a number without an answer, a paper that nobody knows), a letter without a word.
 */
export async function freezeLetter(
  work: Work,
  desk: Pick<LetterDesk, 'figures' | 'register'>,
  id: string,
  { version, from, today }: Freezing,
): Promise<FrozenLetter> {
  writer(work)
  const { row, content } = await getLetter(work, id)
  mustBeDraft(row)
  if (row.version !== version) refuse('conflict', 'letter-was-changed')
  const round = await roundOf(work, id)
  if (!everybodyApproved(round, content)) refuse('conflict', 'not-approved')
  if (content.blocks.every(({ text }) => text.trim() === '')) refuse('conflict', 'letter-is-empty')
  const around = await surroundingsOf(work, desk, content)
  const isKnown = (paper: string) => around.papers.has(paper) || content.vouched.includes(paper)
  if (faultsOfLetter(content, around.actions, isKnown).length > 0)
    refuse('conflict', 'text-held-back')
  const figures: FrozenFigure[] = []
  for (const number of calledFigures(content)) {
    figures.push(await frozen(work, desk, number, around.figures.get(number)))
  }
  const along = alongOf(round)
  const document = documentOf({ content, ...around, from, along, day: today })
  return { id, from, along, fixedOn: today, document, figures }
}

async function frozen(
  work: Work,
  { figures }: Pick<LetterDesk, 'figures'>,
  number: number,
  now: FigureNow | undefined,
): Promise<FrozenFigure> {
  const { value } = now ?? {}
  if (!now || value === undefined) return refuse('conflict', 'figure-not-told-any-more')
  const { ref, path, hash } = now
  const edition = await figures.evidence(work, ref)
  // What is shown and what proves it were read one after the other: a new edition may have come between.
  if (hashOf(edition) !== hash) return refuse('conflict', 'letter-was-changed')
  return { number, ref, shown: toldAs(now), value, path, hash, edition }
}
