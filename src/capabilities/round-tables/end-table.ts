import { sendInOrder } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { endHere } from './end-here.ts'
import { findToConvene, othersIn } from './find-table.ts'
import { furthestDay } from './round-table.ts'
import { type EndBody, messageKinds } from './table-body.ts'

/**
 * Ends the table. What each received goes at once; what each brought itself, the minutes with the convener and the
 * agreements with who took them on stay until the given day (ISO).
 */
export async function endTable(
  work: Work,
  desk: TableDesk,
  tableId: string,
  { keepUntil }: { readonly keepUntil: string },
): Promise<void> {
  const at = await findToConvene(work, tableId)
  const today = dutchDay(work.now)
  if (keepUntil < today) refuse('invalid', 'day-over')
  if (keepUntil > furthestDay(today)) refuse('invalid', 'too-far')
  const stays = await endHere(work, tableId, keepUntil)
  work.audit({ act: 'round-table.end', subject: tableId })
  const body: EndBody = { table: tableId, keepUntil }
  const ends = othersIn(at, 'invited', 'joined').map((to) => ({
    ...{ to, kind: messageKinds.end, about: tableId, body },
  }))
  await sendInOrder(work, desk, [...ends, ...stays])
}
