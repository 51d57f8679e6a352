import type { MessageTemplate } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import type { SeatRow, TableRow } from './tables.ts'

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
