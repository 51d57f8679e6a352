import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { findOwnItem, insertItemEvent, updateOwnItem } from './own-items-store.ts'

/**
 * Takes an item out of the register, its lists and its letters, with why; or puts it back, and then `why` is nothing.
 * What happened to it stays. Asked twice, it counts once.
 */
export async function takeOutItem(
  work: Work,
  id: string,
  { out, why }: { readonly out: boolean; readonly why: string },
): Promise<void> {
  const actor = registrar(work)
  const row = (await findOwnItem(work, id, true)) ?? refuse('not-found', 'no-such-item')
  const act = out ? 'item.take-out' : 'item.put-back'
  if (row.taken_out === out) return work.audit({ act: `${act}-again`, subject: id })
  await updateOwnItem(work, id, { taken_out: out })
  await insertItemEvent(work, actor, id, {
    kind: out ? 'taken-out' : 'put-back',
    state: row.state,
    happened_on: null,
    says: why,
    evidence: '',
    place: undefined,
    key: undefined,
  })
  work.audit({ act, subject: id })
}
