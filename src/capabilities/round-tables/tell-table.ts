import type { MessageTemplate } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findRow, listSeats } from './store.ts'
import type { SeatRow, TableRow } from './tables.ts'

/** A defect there, or on the way: it may be over by now, so what takes words away goes again. */
export const passing: readonly string[] = ['stumbled', 'other-than-sent']

type Told = Extract<
  MessageTemplate,
  'table-invited' | 'table-agreement' | 'table-minutes' | 'table-answered' | 'table-ended'
>

/**
 * Whoever convened it, while they still do that work; otherwise everybody who holds the role that sits there. They
 * hear that there is something, never what.
 */
export async function tellTable(
  work: Work,
  { colleagues, tell }: TableDesk,
  { row, mine }: { readonly row: TableRow; readonly mine: Pick<SeatRow, 'role'> },
  template: Told,
): Promise<void> {
  const people = (await colleagues(work, [mine.role])).map(({ personId }) => personId)
  const still = people.filter((one) => one === row.made_by)
  for (const to of still.length > 0 ? still : people) {
    await tell(work, { to, template, reference: row.code })
  }
}

/** For the system actor `delivery` of whoever convened it: something became of what they sent. Answers the table. */
export async function tellConvener(
  work: Work,
  desk: TableDesk,
  tableId: string,
): Promise<TableRow | undefined> {
  const row = await findRow(work, tableId)
  const mine = (await listSeats(work, tableId)).find(
    ({ party_id }) => party_id === work.actor.organisationId,
  )
  if (row && mine) await tellTable(work, desk, { row, mine }, 'table-answered')
  return row
}
