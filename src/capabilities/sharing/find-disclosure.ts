import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type ByProgram, type Decider, deciderOf } from './decider.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import { type DisclosureAct, type DisclosureState, nextState } from './disclosure.ts'
import { type DisclosureRow, findDisclosureRow } from './disclosure-store.ts'
import { type OpenedDisclosure, openDisclosure } from './disclosure-words.ts'
import { openToShareFrom } from './keepers.ts'
import type { FactSource, OpenedFile } from './shareable-fact.ts'

type Head = {
  readonly actor: Decider
  readonly row: DisclosureRow
  readonly source: FactSource
}

export type FoundDisclosure = Head &
  OpenedDisclosure & {
    /** what it was chosen from */
    readonly file: OpenedFile
  }

/** Which one; `by` when a program does it, for somebody whom it names. */
export type Which = {
  readonly id: string
  readonly language: Language
  readonly by?: ByProgram | undefined
}

type Looking = Which & {
  readonly lock?: boolean
  /** when it was read and locked before */
  readonly locked?: DisclosureRow | undefined
  /** its file too, to write in */
  readonly lockFile?: boolean
}

/**
 * For whoever may share from its file now; nobody else learns that it exists. A program finds only what it sent itself.
 */
export async function findDisclosure(
  work: Work,
  desk: SharingDesk,
  which: Looking,
): Promise<FoundDisclosure> {
  const head = await headOf(work, desk, which)
  const file = await fileOf(work, head, which)
  const opened = await openDisclosure(work, desk, head.row)
  return opened ? { ...head, file, ...opened } : refuse('conflict', 'words-are-gone')
}

export type FoundToRecall = Head & {
  /** nothing when its file lies apart: then nothing is read in it */
  readonly file: OpenedFile | undefined
  /** nothing once the words are gone */
  readonly opened: OpenedDisclosure | undefined
}

/** The same, and also for whoever may take back what left a file that lies apart by now. */
export async function findToRecall(
  work: Work,
  desk: SharingDesk,
  which: Looking,
): Promise<FoundToRecall> {
  const head = await headOf(work, desk, which)
  const { row, source } = head
  const apart = (await source.mayRecall?.(work, row.file_id)) ?? false
  const file = apart ? undefined : await fileOf(work, head, which)
  return { ...head, file, opened: await openDisclosure(work, desk, row) }
}

/** Whoever has nothing to do with such files at all hears the same as who may not share from this one. */
const fileOf = async (
  work: Work,
  { row, source }: Head,
  { lockFile }: Looking,
): Promise<OpenedFile> =>
  (await openToShareFrom(work, source, row.file_id, lockFile)) ??
  refuse('not-found', 'no-such-disclosure')

async function headOf(
  work: Work,
  desk: SharingDesk,
  { id, by, lock = false, locked }: Looking,
): Promise<Head> {
  const actor = await deciderOf(work, by)
  const row = locked ?? (await findDisclosureRow(work, id, lock))
  if (!row || (by && row.program_id !== by.programId)) {
    return refuse('not-found', 'no-such-disclosure')
  }
  return { actor, row, source: sourceOf(desk, row.file_kind) }
}

/** Where this act leads; a conflict when it cannot be done now, because it was possible before. */
export const mustLead = (act: DisclosureAct, state: DisclosureState): DisclosureState =>
  nextState(act, state) ?? refuse('conflict', `cannot-${act}-when-${state}`)
