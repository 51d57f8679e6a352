import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { ActionContent } from './action.ts'
import { columnsFrom, findAction, insertActionEvent, updateAction } from './actions-store.ts'
import type { ActionColumns } from './tables.ts'

/**
 * Changes what an action is. `version` is the one that was read: somebody else's change in between is a conflict,
 * unless it says the same.
 */
export async function changeAction(
  work: Work,
  id: string,
  { content, version }: { content: ActionContent; version: number },
): Promise<void> {
  const actor = registrar(work)
  const row = (await findAction(work, id, true)) ?? refuse('not-found', 'no-such-action')
  const columns = columnsFrom(content)
  if (saysTheSame(columns, row)) return work.audit({ act: 'action.change-again', subject: id })
  if (row.version !== version) refuse('conflict', 'action-was-changed')
  await updateAction(work, id, { ...columns, version: version + 1 })
  const { state, development, next_step } = row
  await insertActionEvent(work, actor, id, {
    ...{ state, development, next_step },
    kind: 'changed',
    due_on: columns.due_on,
    evidence: '',
    key: undefined,
  })
  work.audit({ act: 'action.change', subject: id })
}

const saysTheSame = (columns: ActionColumns, row: ActionColumns): boolean =>
  (Object.keys(columns) as (keyof ActionColumns)[]).every(
    (name) => JSON.stringify(columns[name]) === JSON.stringify(row[name]),
  )
