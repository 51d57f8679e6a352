import type { PersonActor } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { sharingPerson } from './access.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import { type DisclosureAct, type DisclosureState, nextState } from './disclosure.ts'
import { type DisclosureRow, findDisclosureRow } from './disclosure-store.ts'
import { type OpenedDisclosure, openDisclosure } from './disclosure-words.ts'
import type { FactSource } from './shareable-fact.ts'

type Head = {
  readonly actor: PersonActor
  readonly row: DisclosureRow
  readonly source: FactSource
}

export type FoundDisclosure = Head &
  OpenedDisclosure & {
    /** of the file it was chosen from */
    readonly title: string
  }

type Which = { readonly id: string; readonly language: Language; readonly lock?: boolean }

/** For whoever may share from its file now; nobody else learns that it exists. */
export async function findDisclosure(
  work: Work,
  desk: SharingDesk,
  { id, language, lock = false }: Which,
): Promise<FoundDisclosure> {
  const head = await headOf(work, desk, id, lock)
  const title = await head.source.title(work, head.row.file_id, language)
  const opened = await openDisclosure(work, desk, head.row)
  return opened ? { ...head, title, ...opened } : refuse('conflict', 'words-are-gone')
}

export type FoundToRecall = Head & {
  /** nothing when its file lies apart: then nothing is read in it */
  readonly title: string | undefined
  /** nothing once the words are gone */
  readonly opened: OpenedDisclosure | undefined
}

/** The same, and also for whoever may take back what left a file that lies apart by now. */
export async function findToRecall(
  work: Work,
  desk: SharingDesk,
  { id, language, lock = false }: Which,
): Promise<FoundToRecall> {
  const head = await headOf(work, desk, id, lock)
  const { row, source } = head
  const apart = (await source.mayRecall?.(work, row.file_id)) ?? false
  const title = apart ? undefined : await source.title(work, row.file_id, language)
  return { ...head, title, opened: await openDisclosure(work, desk, row) }
}

async function headOf(work: Work, desk: SharingDesk, id: string, lock: boolean): Promise<Head> {
  const actor = sharingPerson(work)
  const row = (await findDisclosureRow(work, id, lock)) ?? refuse('not-found', 'no-such-disclosure')
  return { actor, row, source: sourceOf(desk, row.file_kind) }
}

/** Where this act leads; a conflict when it cannot be done now, because it was possible before. */
export const mustLead = (act: DisclosureAct, state: DisclosureState): DisclosureState =>
  nextState(act, state) ?? refuse('conflict', `cannot-${act}-when-${state}`)
