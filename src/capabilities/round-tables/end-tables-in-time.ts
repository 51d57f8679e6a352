import { endTasksFrom } from '#capabilities/cases/index.ts'
import { sendInOrder } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import { endHere } from './end-here.ts'
import { keptUntil, overBefore } from './round-table.ts'
import { listItems } from './store.ts'
import { claimOver, eraseKept } from './store-in-time.ts'

/** Tables per transaction, so that nobody waits for a large ending. */
const portion = 20

/**
 * A table ends by itself some weeks after its day, and what was kept goes after its last day. Every side counts for
 * itself from what it was told, so that nobody waits for the word of another.
 */
export const endTablesRound = (
  desk: { readonly keyring: Keyring },
  heard: (work: Work) => Work,
): Round => ({
  name: 'end-tables',
  first: 95,
  every: 3_600,
  by: 'retention',
  purpose: 'share',
  portion: (work) => endTablesInTime(heard(work), desk),
})

/** Answers whether there may be more. */
export async function endTablesInTime(
  work: Work,
  desk: { readonly keyring: Keyring },
): Promise<boolean> {
  const today = dutchDay(work.now)
  const over = await claimOver(work, overBefore(today), portion)
  const stays = []
  for (const { id, on_day } of over) {
    stays.push(...(await endHere(work, id, keptUntil(on_day))))
    work.audit({ act: 'round-table.end-in-time', subject: id })
  }
  const erased = await eraseKept(work, today, portion)
  for (const id of erased) {
    await dropTasksOf(work, id)
    work.audit({ act: 'round-table.erase-kept', subject: id })
  }
  await sendInOrder(work, desk, stays)
  return over.length === portion || erased.length === portion
}

/** A case that is opened again must not bring back a task of which the words are gone. */
async function dropTasksOf(work: Work, tableId: string): Promise<void> {
  for (const { id, case_id, content } of await listItems(work, tableId)) {
    if (case_id && !content) await endTasksFrom(work, { capability: 'round-tables', id }, 'dropped')
  }
}
