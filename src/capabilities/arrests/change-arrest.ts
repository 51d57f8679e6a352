import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { ageOf } from './age-of-arrest.ts'
import { type Corrected, changesIn, correctionWords } from './correction.ts'
import type { ArrestDesk } from './desk.ts'
import { findToWrite } from './find-file.ts'
import { mustBeOver, mustNotBeAfter, type NewArrest } from './open-arrest.ts'
import { updateFile } from './store.ts'
import { addNote } from './write-note.ts'

export type ArrestChange = Omit<NewArrest, 'fact'> & {
  /** the version that was read */
  readonly version: number
  /** why; needed once the file is ready for a decision on prosecution */
  readonly reasons: string
}

/**
 * Corrects who it is about and what is held against them. What stood there stays to be read, beside what stands there
 * now; two people at once do not overwrite each other.
 */
export async function changeArrest(
  work: Work,
  desk: ArrestDesk,
  id: string,
  change: ArrestChange,
): Promise<void> {
  const found = await findToWrite(work, desk, { kind: 'arrest', id })
  const { row, content, resealed } = found
  if (row.version !== change.version) refuse('conflict', 'changed-meanwhile')
  mustBeOver(work, change.arrestedAt)
  mustNotBeAfter(change.factOn, change.arrestedAt)
  if (row.state === 'ready' && change.reasons.trim() === '') refuse('invalid', 'reasons-missing')
  const before = {
    ...content,
    factOn: content.factOn ?? '',
    arrestedAt: row.arrested_at ?? '',
    offence: row.offence ?? 'unknown',
  }
  const changes = changesIn(before, asCorrected(change))
  if (changes.length === 0) {
    work.audit({ act: 'arrest.change-nothing', subject: id })
    return
  }
  const { person, offences, offenceWords, place, factOn } = change
  await updateFile(work, id, {
    version: row.version + 1,
    arrested_at: change.arrestedAt.toString(),
    offence: change.offence,
    age_group: ageOf(change),
    content: resealed({ ...content, person, offences, offenceWords, place, factOn }),
  })
  await addNote(work, found, {
    kind: 'history',
    code: 'changed',
    at: work.now,
    words: correctionWords(changes, change.reasons),
    act: 'arrest.change',
  })
}

const asCorrected = ({ arrestedAt, ...rest }: ArrestChange): Corrected => ({
  ...rest,
  arrestedAt: arrestedAt.toString(),
})
