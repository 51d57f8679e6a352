import type { FigureNow } from '#capabilities/figures/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import { wordsOfBlock } from './check-text.ts'
import type { LetterDesk } from './desk.ts'
import type { LetterContent } from './letter.ts'
import { isOfParliament, referredTo } from './letter-text.ts'
import { type Round, roundOf } from './read-round.ts'
import type { LetterAction, LetterItem } from './register-source.ts'
import { findCorrection, findLetter, findVersion, listLetters, listVersions } from './store.ts'
import type { LetterRow } from './tables.ts'

export type Letter = { readonly row: LetterRow; readonly content: LetterContent }

/** What a letter shows besides its own words, as it is now. */
export type Surroundings = {
  /** of each bound figure by its number; nothing where the source does not have it any more */
  readonly figures: ReadonlyMap<number, FigureNow | undefined>
  readonly actions: readonly LetterAction[]
  readonly items: readonly LetterItem[]
  /** pages here of the papers that the register holds, by the name of the paper */
  readonly papers: ReadonlyMap<string, string | undefined>
}

export type WholeLetter = Letter &
  Surroundings & {
    readonly round: Round
    /** the letter that corrects this one */
    readonly correction: LetterRow | undefined
  }

export async function getLetter(work: Work, id: string): Promise<Letter> {
  const row = (await findLetter(work, id)) ?? refuse('not-found', 'no-such-letter')
  const version =
    (await findVersion(work, id, row.version)) ?? refuse('not-found', 'no-such-letter')
  return { row, content: version.content }
}

/** The letter with everything around it, and how it goes round. */
export async function readLetter(
  work: Work,
  desk: Pick<LetterDesk, 'figures' | 'register'>,
  id: string,
): Promise<WholeLetter> {
  writer(work)
  const letter = await getLetter(work, id)
  work.audit({ act: 'letter.read', subject: id })
  const around = await surroundingsOf(work, desk, letter.content)
  const correction = await findCorrection(work, id)
  return { ...letter, ...around, round: await roundOf(work, id), correction }
}

export async function surroundingsOf(
  work: Work,
  desk: Pick<LetterDesk, 'figures' | 'register'>,
  content: LetterContent,
): Promise<Surroundings> {
  const figures = new Map<number, FigureNow | undefined>()
  for (const { number, ref } of content.figures) {
    figures.set(number, await desk.figures.read(work, ref))
  }
  const actions = await desk.register.actions(work)
  const items = await desk.register.items(work)
  const named = [
    content.previous,
    ...content.blocks.flatMap((one) => referredTo(wordsOfBlock(one))),
  ]
  return { figures, actions, items, papers: await knownPapers(work, desk, named) }
}

/** Which of these papers the register holds, and where their pages are. */
export async function knownPapers(
  work: Work,
  { register }: Pick<LetterDesk, 'register'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const named = [...new Set(ids.filter(isOfParliament))]
  return named.length === 0 ? new Map() : register.papers(work, named)
}

/** The letters of this ministry, the newest first. */
export async function readLetters(work: Work): Promise<readonly LetterRow[]> {
  writer(work)
  const letters = await listLetters(work)
  work.audit({ act: 'letter.list', details: { count: letters.length } })
  return letters
}

/** Everything that can be bound. */
export async function readFigures(
  work: Work,
  { figures }: Pick<LetterDesk, 'figures'>,
): Promise<readonly FigureNow[]> {
  writer(work)
  const all = await figures.list(work)
  work.audit({ act: 'letter.figures', details: { count: all.length } })
  return all
}

/** Who saved what and when, the newest first. */
export async function readVersions(work: Work, id: string) {
  writer(work)
  const letter = await getLetter(work, id)
  const versions = await listVersions(work, id)
  work.audit({ act: 'letter.versions', subject: id })
  return { ...letter, versions }
}

/** Two versions beside each other; `from` is the earlier one. */
export async function readTwoVersions(
  work: Work,
  id: string,
  { from, to }: { from: number; to: number },
) {
  writer(work)
  const { row } = await getLetter(work, id)
  const earlier = (await findVersion(work, id, from)) ?? refuse('not-found', 'no-such-version')
  const later = (await findVersion(work, id, to)) ?? refuse('not-found', 'no-such-version')
  work.audit({ act: 'letter.compare', subject: id, details: { from, to } })
  return { row, earlier, later }
}
