import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { type ItemTold, itemCanBecome } from './own-item.ts'
import { findOwnItem, insertItemEvent, type Place, updateOwnItem } from './own-items-store.ts'

type Telling = Omit<ItemTold, 'state'> & {
  /** nothing: a paper speaks of it, and it stands as it stood */
  readonly state: ItemTold['state'] | undefined
  readonly place?: Place
}

/** Writes what happened to an item and how it stands now. Sent twice with the same key, it counts once. */
export async function tellOwnItem(
  work: Work,
  id: string,
  { state, happenedOn, says, evidence, place }: Telling,
  key?: string,
): Promise<void> {
  const actor = registrar(work)
  const row = (await findOwnItem(work, id, true)) ?? refuse('not-found', 'no-such-item')
  if (row.taken_out) refuse('conflict', 'item-was-taken-out')
  const now = state ?? row.state
  if (state === 'done' && evidence === '' && !place) refuse('conflict', 'done-without-paper')
  // Asked before the state: the second time the item stands already where the first brought it.
  const isNew = await insertItemEvent(work, actor, id, {
    kind: state ? 'told' : 'mentioned',
    state: now,
    happened_on: happenedOn ?? null,
    says,
    evidence,
    place,
    key,
  })
  if (!isNew) return work.audit({ act: 'item.tell-again', subject: id })
  if (!itemCanBecome(row.state, now)) refuse('conflict', 'item-stands-otherwise')
  await updateOwnItem(work, id, { state: now })
  work.audit({ act: 'item.tell', subject: id, details: { state: now } })
}
