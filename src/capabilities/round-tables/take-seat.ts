import { endTasksFrom } from '#capabilities/cases/index.ts'
import { endDeliveriesAt, type NewMessage, sendInOrder } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findTable, othersIn } from './find-table.ts'
import { type SeatAct, seatAfter } from './round-table.ts'
import { eraseReceived, listItems, updateSeat } from './store.ts'
import { messageKinds } from './table-body.ts'

/**
 * Joins, declines or leaves. Whoever declines or leaves keeps nothing that it received, also what was delivered
 * there; tasks that came of it are dropped.
 */
export async function takeSeat(
  work: Work,
  desk: TableDesk,
  id: string,
  act: SeatAct,
): Promise<void> {
  const at = await findTable(work, id, true)
  if (at.row.ended_at) refuse('conflict', 'table-ended')
  if (at.convenes) refuse('conflict', 'convener-ends')
  const state = seatAfter(act, at.own)
  if (!state || state === 'invited') return refuse('conflict', `cannot-${act}-when-${at.own}`)
  await updateSeat(work, id, at.actor.organisationId, state)
  let stays: readonly NewMessage[] = []
  if (state !== 'joined') {
    for (const item of await listItems(work, id)) {
      if (item.case_id)
        await endTasksFrom(work, { capability: 'round-tables', id: item.id }, 'dropped')
    }
    await eraseReceived(work, id, { keepAgreements: false })
    stays = await endDeliveriesAt(work, { kind: 'round-table', id }, { received: true })
  }
  work.audit({ act: `round-table.${act}`, subject: id })
  const turn = { act: 'seat', state, answer: false } as const
  const turns = othersIn(at, 'invited', 'joined').map((to) => ({
    ...{ to, kind: messageKinds.turn, body: { table: id, turn } },
  }))
  await sendInOrder(work, desk, [...turns, ...stays])
}
