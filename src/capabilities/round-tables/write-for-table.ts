import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findGoingOn, findTable, sentBefore } from './find-table.ts'
import { eraseWritten, insertItem } from './store.ts'
import { sealed, type WrittenFact } from './table-words.ts'

/** Writes down what can be brought to this table. It stays with us until somebody chooses it for one organisation. */
export async function writeForTable(
  work: Work,
  desk: TableDesk,
  tableId: string,
  { text, key, ...fact }: WrittenFact & { readonly key?: string | undefined },
): Promise<void> {
  const at = await findGoingOn(work, tableId)
  if (await sentBefore(work, at, key)) return
  if (text.trim() === '') refuse('invalid', 'words-missing')
  if (fact.source.trim() === '') refuse('invalid', 'source-missing')
  if (fact.on && fact.on > dutchDay(work.now)) refuse('invalid', 'day-to-come')
  const id = newId()
  await insertItem(work, tableId, {
    id,
    kind: 'written',
    from_id: at.actor.organisationId,
    state: 'given',
    by_person: at.actor.personId,
    key: key ?? null,
    ...(await sealed(work, desk, id, { text, fact })),
  })
  work.audit({ act: 'round-table.write', subject: tableId })
}

/** Erases what was written down to be brought. What was delivered of it is recalled apart. */
export async function eraseWhatWasWritten(
  work: Work,
  { tableId, id }: { readonly tableId: string; readonly id: string },
): Promise<void> {
  await findTable(work, tableId, true)
  if (!(await eraseWritten(work, tableId, id))) return refuse('not-found', 'no-such-item')
  work.audit({ act: 'round-table.erase-written', subject: tableId })
}
