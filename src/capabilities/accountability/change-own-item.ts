import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { OwnItemContent } from './own-item.ts'
import { findOwnItem, insertItemEvent, itemColumnsFrom, updateOwnItem } from './own-items-store.ts'
import type { OwnItemColumns } from './tables.ts'

/**
 * Changes what is said of an item. `version` is the one that was read: somebody else's change in between is a conflict,
 * unless it says the same.
 */
export async function changeOwnItem(
  work: Work,
  id: string,
  { content, version }: { content: OwnItemContent; version: number },
): Promise<void> {
  const actor = registrar(work)
  const row = (await findOwnItem(work, id, true)) ?? refuse('not-found', 'no-such-item')
  if (row.taken_out) refuse('conflict', 'item-was-taken-out')
  const columns = itemColumnsFrom(content)
  if (saysTheSame(columns, row)) return work.audit({ act: 'item.change-again', subject: id })
  if (row.version !== version) refuse('conflict', 'item-was-changed')
  await updateOwnItem(work, id, { ...columns, version: version + 1 })
  await insertItemEvent(work, actor, id, {
    kind: 'changed',
    state: row.state,
    happened_on: null,
    says: '',
    evidence: '',
    place: undefined,
    key: undefined,
  })
  work.audit({ act: 'item.change', subject: id })
}

const saysTheSame = (columns: OwnItemColumns, row: OwnItemColumns): boolean =>
  (Object.keys(columns) as (keyof OwnItemColumns)[]).every(
    (name) => JSON.stringify(columns[name]) === JSON.stringify(row[name]),
  )
