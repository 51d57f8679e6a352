import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { type ListFault, UnreadableList } from './csv.ts'
import { waveIn } from './get-wave.ts'
import type { SchoolKind } from './questionnaire.ts'
import { readSchoolList, readSizes } from './school-list.ts'
import {
  countFrame,
  deleteList,
  listedTwice,
  listSizes,
  noteSizes,
  replaceList,
} from './wave-store.ts'

export type ListKind = SchoolKind | 'sizes'

export type AddedList =
  /** `before`: of a list of the same kind, whose place it took */
  | { readonly ok: true; readonly rows: number; readonly before: number }
  | {
      readonly ok: false
      readonly because: 'unreadable'
      readonly line: number
      readonly fault: ListFault
      readonly about: string
    }
  | { readonly ok: false; readonly because: 'listed-twice'; readonly codes: readonly string[] }
  | { readonly ok: false; readonly because: 'no-list-yet' }

/**
 * An official list of one kind of schools, or their sizes: read whole or not at all. The same kind again replaces it,
 * as long as no sample was drawn.
 */
export async function addList(
  work: Work,
  id: string,
  { kind, bytes }: { readonly kind: ListKind; readonly bytes: Uint8Array },
): Promise<AddedList> {
  researcher(work)
  await waveIn(work, id, 'prepared')
  const added = await readInto(work, id, kind, bytes).catch(unlessUnreadable)
  const told = added.ok ? { kind, rows: added.rows } : { kind, refused: added.because }
  work.audit({ act: 'survey.add-list', subject: id, details: told })
  return added
}

/** A list that was added by mistake: a sample is drawn of what is there. */
export async function removeList(work: Work, id: string, kind: SchoolKind): Promise<void> {
  researcher(work)
  await waveIn(work, id, 'prepared')
  await deleteList(work, id, kind)
  work.audit({ act: 'survey.remove-list', subject: id, details: { kind } })
}

async function readInto(
  work: Work,
  id: string,
  kind: ListKind,
  bytes: Uint8Array,
): Promise<AddedList> {
  if (kind === 'sizes') {
    const rows = await noteSizes(work, id, readSizes(bytes))
    return rows > 0 ? { ok: true, rows, before: 0 } : { ok: false, because: 'no-list-yet' }
  }
  const schools = readSchoolList(bytes)
  const codes = await listedTwice(
    work,
    id,
    kind,
    schools.map(({ code }) => code),
  )
  if (codes.length > 0) return { ok: false, because: 'listed-twice', codes }
  const before = (await countFrame(work, id)).get(kind) ?? 0
  const sizes = await listSizes(work, id, kind)
  await replaceList(work, id, kind, schools)
  // Sizes come in a list of their own: who mends a list of schools has not taken them back.
  await noteSizes(work, id, sizes)
  return { ok: true, rows: schools.length, before }
}

function unlessUnreadable(error: unknown): AddedList {
  if (!(error instanceof UnreadableList)) throw error
  const { line, fault, about } = error
  return { ok: false, because: 'unreadable', line, fault, about }
}
