import { sendInOrder } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import type { SeatState } from './round-table.ts'
import { findByTask, findOpenTo, isDoneBefore, listSeats } from './store.ts'
import { messageKinds, type Turn } from './table-body.ts'
import type { SeatRow, TableRow } from './tables.ts'

export type AtTable = {
  readonly row: TableRow
  readonly seats: readonly SeatRow[]
  readonly actor: PersonActor
  readonly own: SeatState
  readonly convenes: boolean
}

/** The table for somebody who sits there; whoever does not learns nothing. */
export const findTable = async (work: Work, id: string, lock: boolean): Promise<AtTable> =>
  atTable(work, await findOpenTo(work, id, lock))

type Agreement = { readonly tableId: string; readonly itemId: string }

/** The same, for an agreement: also for whoever has it as a task in a case, without a seat. */
export const findAgreement = async (
  work: Work,
  { tableId, itemId }: Agreement,
  lock: boolean,
): Promise<AtTable> =>
  atTable(
    work,
    (await findOpenTo(work, tableId, lock)) ?? (await findByTask(work, { tableId, itemId }, lock)),
  )

async function atTable(work: Work, found: TableRow | undefined): Promise<AtTable> {
  const row = found ?? refuse('not-found', 'no-such-table')
  const seats = await listSeats(work, row.id)
  const actor = work.actor as PersonActor
  const mine = seats.find(({ party_id }) => party_id === actor.organisationId)
  return {
    row,
    seats,
    actor,
    own: mine?.state ?? refuse('not-found', 'no-such-table'),
    convenes: row.convener_id === actor.organisationId,
  }
}

/** The same, locked, for what only goes on while the table is there and this organisation takes part. */
export async function findGoingOn(work: Work, id: string): Promise<AtTable> {
  const at = await findTable(work, id, true)
  if (at.row.ended_at) refuse('conflict', 'table-ended')
  if (at.own !== 'joined') refuse('conflict', 'join-first')
  return at
}

export async function findToConvene(work: Work, id: string): Promise<AtTable> {
  const at = await findGoingOn(work, id)
  if (!at.convenes) refuse('not-allowed', 'only-the-convener')
  return at
}

/** Whether this form was sent before; then nothing more is done. */
export async function sentBefore(
  work: Work,
  { row, actor }: AtTable,
  key: string | undefined,
): Promise<boolean> {
  if (!key || !(await isDoneBefore(work, row.id, actor.personId, key))) return false
  work.audit({ act: 'round-table.again', subject: row.id })
  return true
}

/** The other organisations at the table in one of these states, in the order in which messages must go. */
export const othersIn = (
  { seats, actor }: AtTable,
  ...states: readonly SeatState[]
): readonly string[] =>
  seats
    .filter(({ party_id, state }) => party_id !== actor.organisationId && states.includes(state))
    .map(({ party_id }) => party_id)
    .toSorted()

/** To each of these; the last thing of a verb. */
export const sendTurns = (
  work: Work,
  desk: Pick<TableDesk, 'keyring'>,
  table: string,
  turns: readonly { readonly to: string; readonly turn: Turn; readonly about?: string }[],
): Promise<void> =>
  sendInOrder(
    work,
    desk,
    turns.map(({ to, turn, about }) => ({
      ...{ to, about, kind: messageKinds.turn },
      body: { table, turn },
    })),
  )
