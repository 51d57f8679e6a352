import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import {
  type EntryWords,
  fits,
  mayChangeEntry,
  mayWithdrawEntry,
  type NewEntry,
  type Withdrawal,
  type WritableKind,
} from './entry.ts'
import { findFor } from './find-case.ts'
import { updateCase } from './store.ts'
import {
  deleteVersions,
  findEntryRow,
  insertVersion,
  listVersionRows,
  updateEntry,
} from './store-entries.ts'
import { noteEvent, wordsOf } from './write-entry.ts'

type Original = Pick<EntryWords['fact'], 'received'>

/** `saved: false`: somebody else was first. Both texts are for the person to choose from. */
export type Edited = { readonly saved: true } | { readonly saved: false; readonly version: number }

/**
 * Writes a new version of an entry; the old ones stay to be read. `version` is the one that this person
 * read: when another was written since, nothing is changed and both come back. The same words sent again
 * count once.
 */
export async function editEntry(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  { caseId, id }: { caseId: string; id: string },
  { version, entry }: { version: number; entry: NewEntry },
): Promise<Edited> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  const found = (await findEntryRow(work, caseId, id)) ?? refuse('not-found', 'no-such-entry')
  if (found.kind !== entry.kind || found.withdrawn_because) {
    return refuse('conflict', 'entry-is-withdrawn')
  }
  const { personId } = actor
  const who = { personId, isCoordinator: head.isCoordinator }
  if (!mayChangeEntry({ kind: found.kind, writtenBy: found.written_by }, who)) {
    return refuse('not-allowed', 'not-your-entry')
  }
  const fit = fits(entry, dutchDay(work.now))
  if (!fit.ok) return refuse('invalid', fit.because)
  const key = await openCaseKey(work, keyring, row)
  const versions = await listVersionRows(work, caseId, id)
  const [first] = versions
  const original = first && key.open<Original>(places.entry(id, first.version), first.content)
  // Corrected here, it still came from where it came from, and is what it was there.
  const words = { ...wordsOf(entry), ...(original?.received && { received: original.received }) }
  const next = version + 1
  if (found.version !== version) {
    // Sent before: then the version after the one that was read is this person's, with these words.
    const sent = versions.find((one) => one.version === next)
    const same =
      sent?.written_by === personId &&
      JSON.stringify(key.open(places.entry(id, next), sent.content)) === JSON.stringify(words)
    work.audit({ act: same ? 'case.edit-again' : 'case.edit-overtaken', subject: caseId })
    return same ? { saved: true } : { saved: false, version: found.version }
  }
  insertVersion(work, {
    case_id: caseId,
    entry_id: id,
    version: next,
    written_by: personId,
    content: key.seal(places.entry(id, next), words),
  })
  await updateEntry(
    work,
    { caseId, id },
    {
      version: next,
      happened_on: entry.happenedOn ?? null,
      on_line: entry.happenedOn ?? found.on_line,
      ...(entry.kind === 'fact' ? { origin: entry.origin } : {}),
    },
  )
  updateCase(work, caseId)
  work.audit({ act: 'case.edit-entry', subject: caseId, details: { entry: id, version: next } })
  return { saved: true }
}

/**
 * Written in the wrong file, or by mistake: its words go, in every version. That it was there stays, with who
 * took them away.
 */
export async function withdrawEntry(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  { caseId, id }: { caseId: string; id: string },
  because: Withdrawal,
): Promise<void> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  const found = (await findEntryRow(work, caseId, id)) ?? refuse('not-found', 'no-such-entry')
  const who = { personId: actor.personId, isCoordinator: head.isCoordinator }
  if (!mayWithdrawEntry({ kind: found.kind, writtenBy: found.written_by }, who)) {
    return refuse('not-allowed', 'not-your-entry')
  }
  if (found.withdrawn_because) {
    work.audit({ act: 'case.withdraw-entry-again', subject: caseId })
    return
  }
  await deleteVersions(work, caseId, id)
  await updateEntry(work, { caseId, id }, { withdrawn_because: because })
  const key = await openCaseKey(work, keyring, row)
  const by = actor.personId
  await noteEvent(
    work,
    { caseId, by, key },
    { event: 'words-withdrawn', aboutPerson: found.written_by },
  )
  updateCase(work, caseId)
  work.audit({ act: 'case.withdraw-entry', subject: caseId, details: { entry: id, because } })
}

/** Which kinds a person writes by hand. */
export const isWritable = (kind: string): kind is WritableKind =>
  kind === 'fact' || kind === 'interpretation' || kind === 'decision' || kind === 'contact'
