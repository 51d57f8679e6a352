import { endTasksFrom } from '#capabilities/cases/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findTable, othersIn, sendTurns } from './find-table.ts'
import { type SeatAct, seatAfter } from './round-table.ts'
import { eraseReceived, listItems, updateSeat } from './store.ts'

/**
 * Joins, declines or leaves. Whoever declines or leaves keeps nothing that it received; tasks that came of it are
 * dropped.
 */
export async function takeSeat(
  work: Work,
  desk: TableDesk,
  id: string,
  act: SeatAct,
): Promise<void> {
  const at = await findTable(work, id)
  if (at.row.ended_at) refuse('conflict', 'table-ended')
  if (at.convenes) refuse('conflict', 'convener-ends')
  const state = seatAfter(act, at.own)
  if (!state || state === 'invited') return refuse('conflict', `cannot-${act}-when-${at.own}`)
  await updateSeat(work, id, at.actor.organisationId, state)
  if (state !== 'joined') {
    for (const item of await listItems(work, id)) {
      if (item.case_id)
        await endTasksFrom(work, { capability: 'round-tables', id: item.id }, 'dropped')
    }
    await eraseReceived(work, id, { keepAgreements: false })
  }
  work.audit({ act: `round-table.${act}`, subject: id })
  const turn = { act: 'seat', state, answer: false } as const
  await sendTurns(
    work,
    desk,
    id,
    othersIn(at, 'invited', 'joined').map((to) => ({ to, turn })),
  )
}
