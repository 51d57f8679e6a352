import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { canBecome, type Development } from './action.ts'
import { findAction, insertActionEvent, updateAction } from './actions-store.ts'

/** Writes what happened to an action and how it stands now. Sent twice with the same key, it counts once. */
export async function tellDevelopment(
  work: Work,
  id: string,
  { state, development, nextStep, evidence }: Development,
  key?: string,
): Promise<void> {
  const actor = registrar(work)
  const row = (await findAction(work, id, true)) ?? refuse('not-found', 'no-such-action')
  const standing = { state, development, next_step: nextStep }
  const { due_on } = row
  const told = { ...standing, kind: 'told', due_on, evidence, key } as const
  // Asked before the state: the second time the action stands already where the first brought it.
  const isNew = await insertActionEvent(work, actor, id, told)
  if (!isNew) return work.audit({ act: 'action.tell-again', subject: id })
  if (!canBecome(row.state, state)) refuse('conflict', 'action-stands-otherwise')
  await updateAction(work, id, standing)
  work.audit({ act: 'action.tell', subject: id, details: { state } })
}
