import type { AgeGroup } from '#capabilities/law/index.ts'
import type { Work } from '#platform/work.ts'
import { isCertified } from './access.ts'
import { byMoment, type ClockNow } from './clock.ts'
import type { ArrestDesk } from './desk.ts'
import type { FileKind, FileState } from './file.ts'
import { openFile } from './file-key.ts'
import { arrestWorker, certifiedWorker } from './find-file.ts'
import { dueIn, plainNote } from './read-file.ts'
import { listFileRows } from './store.ts'
import { listNoteRows } from './store-notes.ts'

/** One file as a list shows it. */
export type FileLine = {
  readonly id: string
  readonly reference: string
  readonly state: FileState
  readonly name: string
  readonly openedAt: string
  readonly arrestedAt: string | undefined
  readonly ageGroup: AgeGroup | undefined
  /** the first moment of law that is to come */
  readonly next: ClockNow | undefined
}

export type FileList = {
  readonly files: readonly FileLine[]
  readonly certified: boolean
  /** the last id, when there is more after it */
  readonly after: string | undefined
}

export const onePage = 25

/** The files that this person may see, newest first. */
export async function listFiles(
  work: Work,
  desk: ArrestDesk,
  kind: FileKind,
  before?: string,
): Promise<FileList> {
  const actor = kind === 'arrest' ? arrestWorker(work) : certifiedWorker(work)
  const found = await listFileRows(work, actor, { kind, before, most: onePage + 1 })
  const rows = found.slice(0, onePage)
  const open = rows.filter(({ state }) => state !== 'closed').map(({ id }) => id)
  const notes = open.length === 0 ? [] : await listNoteRows(work, open)
  const files: FileLine[] = []
  for (const row of rows) {
    const { content } = await openFile(work, desk.keyring, row)
    const { clocks } = dueIn(work, desk, {
      arrestedAt: row.state === 'closed' ? undefined : (row.arrested_at ?? undefined),
      offence: row.offence ?? 'unknown',
      ageGroup: row.age_group ?? 'unknown',
      notes: notes.filter(({ file_id }) => file_id === row.id).map(plainNote),
      looks: [],
    })
    files.push({
      id: row.id,
      reference: row.reference,
      state: row.state,
      name: content.person.name,
      openedAt: row.opened_at,
      arrestedAt: row.arrested_at ?? undefined,
      ageGroup: row.age_group ?? undefined,
      next: clocks
        .filter(({ state, rule }) => state === 'running' && rule.kind === 'term')
        .sort(byMoment)[0],
    })
  }
  work.audit({ act: `${kind}.list`, details: { count: files.length } })
  const after = found.length > onePage ? rows.at(-1)?.id : undefined
  return { files, certified: isCertified(actor), after }
}

/** A file to choose, with a name when it is one of the newest. */
export type FileChoice = Pick<FileLine, 'id' | 'reference'> & { readonly name: string | undefined }

/**
 * The files in which this person may write something down, newest first: `most` of them, or all. Names are opened of
 * one page of the newest; any other is found by its reference.
 */
export async function listOpenFiles(
  work: Work,
  { keyring }: Pick<ArrestDesk, 'keyring'>,
  { kind, most }: { kind: FileKind; most?: number },
): Promise<readonly FileChoice[]> {
  const actor = kind === 'arrest' ? arrestWorker(work) : certifiedWorker(work)
  const rows = await listFileRows(work, actor, { kind, open: true, ...(most ? { most } : {}) })
  work.audit({ act: `${kind}.list-open`, details: { count: rows.length } })
  const files = rows.map(async (row, at) => {
    const { id, reference } = row
    if (at >= onePage) return { id, reference, name: undefined }
    const { content } = await openFile(work, keyring, row)
    return { id, reference, name: content.person.name }
  })
  return Promise.all(files)
}
