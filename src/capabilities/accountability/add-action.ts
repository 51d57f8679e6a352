import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { ActionContent } from './action.ts'
import { columnsFrom, insertAction, insertActionEvent } from './actions-store.ts'

const beginning = { state: 'not-started', development: '', next_step: '' } as const

/** Puts an action in the register; it has not started. Sent twice with the same key, it counts once. */
export async function addAction(
  work: Work,
  content: ActionContent,
  key?: string,
): Promise<string | undefined> {
  const actor = registrar(work)
  const columns = columnsFrom(content)
  const id = await insertAction(work, actor, { ...columns, ...beginning, key })
  if (!id) {
    work.audit({ act: 'action.add-again' })
    return undefined
  }
  const { due_on } = columns
  const happened = { ...beginning, kind: 'added', due_on, evidence: '', key: undefined } as const
  await insertActionEvent(work, actor, id, happened)
  work.audit({ act: 'action.add', subject: id })
  return id
}
