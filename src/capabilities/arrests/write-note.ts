import type { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import { places } from './file-key.ts'
import { type Found, findToWrite, type Place } from './find-file.ts'
import { type FormedKind, type NoteKind, type NoteWords, notesOf } from './note.ts'
import { updateFile } from './store.ts'
import { findNoteRow, insertNote, isWrittenBefore, withdrawNoteRow } from './store-notes.ts'

export type NewNote = {
  readonly kind: FormedKind
  readonly code?: string | undefined
  readonly at: Temporal.Instant
  readonly until?: Temporal.Instant | undefined
  readonly words: NoteWords
  /** of the form */
  readonly key?: string | undefined
}

/** Writes something down in a file that this person may see. The same form again is answered as the first. */
export async function writeNote(
  work: Work,
  desk: Pick<ArrestDesk, 'keyring'>,
  place: Place,
  note: NewNote,
): Promise<void> {
  const found = await findToWrite(work, desk, place)
  const act = `${place.kind}.${note.kind}`
  if (await sentBefore(work, found, act, note.key)) return
  if (!notesOf(place.kind).includes(note.kind)) refuse('invalid', 'not-in-this-file')
  // A decision in words of its own, beside the steps that have a code.
  const code = note.kind === 'decision' ? 'made' : note.code
  await addNote(work, found, { ...note, code, act })
}

/** Whether this form came before: then that stands in the trail, and nothing more is done. */
export async function sentBefore(
  work: Work,
  { row }: Pick<Found, 'row'>,
  act: string,
  key: string | undefined,
): Promise<boolean> {
  if (key === undefined || !(await isWrittenBefore(work, row.id, key))) return false
  work.audit({ act: `${act}-again`, subject: row.id })
  return true
}

type Added = Omit<NewNote, 'kind'> & {
  readonly kind: NoteKind
  readonly act: string
  readonly done?: boolean
  readonly fromIndex?: Buffer
}

/** Adds a note within an act that found the file, with its entry in the trail; answers its id. */
export async function addNote(
  work: Work,
  { actor, row, key: seals }: Pick<Found, 'actor' | 'row' | 'key'>,
  { kind, code, at, until, words, key, act, done, fromIndex }: Added,
): Promise<string> {
  const id = newId()
  await insertNote(work, actor, {
    file_id: row.id,
    id,
    kind,
    code: code ?? null,
    happened_at: at.toString(),
    until_at: until?.toString() ?? null,
    done: done ?? null,
    from_index: fromIndex ?? null,
    key: key ?? null,
    content: seals.seal(places.note(id), words),
  })
  await updateFile(work, row.id)
  work.audit({ act, subject: row.id, details: code ? { code } : {} })
  return id
}

/** Takes a note back: its words go, that it stood there stays. Only by who wrote it; history stays. */
export async function withdrawNote(
  work: Work,
  desk: Pick<ArrestDesk, 'keyring'>,
  place: Place,
  noteId: string,
): Promise<void> {
  const { actor, row } = await findToWrite(work, desk, place)
  const note = (await findNoteRow(work, row.id, noteId)) ?? refuse('not-found', 'no-such-note')
  if (note.kind === 'history' || note.kind === 'decision') refuse('not-allowed', 'stays')
  if (note.written_by !== actor.personId) refuse('not-allowed', 'not-yours')
  if (note.withdrawn_at === null) {
    await withdrawNoteRow(work, actor, row.id, noteId)
    await updateFile(work, row.id)
  }
  work.audit({ act: `${place.kind}.withdraw-note`, subject: row.id })
}
