import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { openCaseKey, places } from './case-words.ts'
import { type CaseDesk, namesFor } from './desk.ts'
import { isWritable } from './edit-entry.ts'
import { type EntryWords, mayChangeEntry, mayWithdrawEntry, type WritableKind } from './entry.ts'
import { type CaseHead, findVisible } from './find-case.ts'
import { findEntryRow, listVersionRows } from './store-entries.ts'
import type { EntryRow } from './tables.ts'

export type EntryVersion = {
  readonly version: number
  readonly writtenBy: string
  readonly writtenAt: string
  readonly words: EntryWords[WritableKind]
}

export type ReadEntry = {
  readonly head: CaseHead
  readonly id: string
  readonly kind: WritableKind | 'signal'
  readonly happenedOn: string | undefined
  readonly origin: EntryRow['origin']
  readonly not: boolean
  readonly writtenBy: string
  readonly withdrawnBecause: EntryRow['withdrawn_because']
  readonly version: number
  /** oldest first; none once it is withdrawn */
  readonly versions: readonly EntryVersion[]
  readonly mayChange: boolean
  readonly mayWithdraw: boolean
  readonly names: ReadonlyMap<string, string>
}

/** One entry with all its versions. */
export async function readEntry(
  work: Work,
  desk: CaseDesk,
  { caseId, id }: { caseId: string; id: string },
): Promise<ReadEntry> {
  const { actor, row, head } = await findVisible(work, caseId)
  const found = (await findEntryRow(work, caseId, id)) ?? refuse('not-found', 'no-such-entry')
  const { kind } = found
  if (!isWritable(kind) && kind !== 'signal') return refuse('not-found', 'no-such-entry')
  const key = await openCaseKey(work, desk.keyring, row)
  const rows = await listVersionRows(work, caseId, id)
  const who = { personId: actor.personId, isCoordinator: head.isCoordinator }
  const what = { kind, writtenBy: found.written_by }
  const alive = head.state === 'open' && !found.withdrawn_because
  work.audit({ act: 'case.read-entry', subject: caseId, details: { entry: id } })
  return {
    head,
    id,
    kind,
    happenedOn: found.happened_on ?? undefined,
    origin: found.origin,
    not: found.not_to ?? false,
    writtenBy: found.written_by,
    withdrawnBecause: found.withdrawn_because,
    version: found.version,
    versions: rows.map((one) => ({
      version: one.version,
      writtenBy: one.written_by,
      writtenAt: one.written_at,
      words: key.open<EntryWords[WritableKind]>(places.entry(id, one.version), one.content),
    })),
    mayChange: alive && mayChangeEntry(what, who),
    mayWithdraw: alive && mayWithdrawEntry(what, who),
    names: await namesFor(work, desk, [found.written_by, ...rows.map((one) => one.written_by)]),
  }
}
