import { endTasksFrom } from '#capabilities/cases/index.ts'
import { type MessageHandler, sendMessage } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { findTable } from './find-table.ts'
import { type AgreementState, mayTakeBack } from './round-table.ts'
import { eraseItem, findItem, findRow, listItems, listSeats, updateItem } from './store.ts'
import { messageKinds, TakeBackBody } from './table-body.ts'
import { passing, tellConvener, tellTable } from './tell-table.ts'

/**
 * The convener takes an agreement back, also after the end: whoever it was with loses its words, and the task that came
 * of it is dropped. Until that was done there it is only asked for.
 */
export async function takeBack(
  work: Work,
  desk: Pick<TableDesk, 'keyring'>,
  { tableId, id }: { readonly tableId: string; readonly id: string },
): Promise<void> {
  const at = await findTable(work, tableId, true)
  if (!at.convenes) refuse('not-allowed', 'only-the-convener')
  const item = (await listItems(work, tableId)).find((one) => one.id === id)
  if (item?.kind !== 'agreement' || !item.to_id) return refuse('not-found', 'no-such-item')
  if (item.state === 'taking-back' || item.state === 'taken-back') {
    return work.audit({ act: 'round-table.take-back-again', subject: tableId })
  }
  if (!mayTakeBack(item.state as AgreementState)) {
    return refuse('conflict', `cannot-take-back-when-${item.state}`)
  }
  work.audit({ act: 'round-table.take-back', subject: tableId, details: { owner: item.to_id } })
  if (item.to_id === at.actor.organisationId) return dropHere(work, id, 'taken-back')
  await updateItem(work, id, { state: 'taking-back' })
  await askBack(work, desk, { to: item.to_id, tableId, id })
}

const askBack = async (
  work: Work,
  desk: Pick<TableDesk, 'keyring'>,
  { to, tableId, id }: { readonly to: string; readonly tableId: string; readonly id: string },
): Promise<void> => {
  const body: TakeBackBody = { table: tableId, agreement: id }
  await sendMessage(work, desk, { to, kind: messageKinds.takeBack, about: id, body })
}

async function dropHere(work: Work, id: string, state: 'taken-back'): Promise<void> {
  await endTasksFrom(work, { capability: 'round-tables', id }, 'dropped')
  await eraseItem(work, id)
  await updateItem(work, id, { state })
}

/** Runs as `delivery` of whoever the agreement is with; what became of it, of the convener. */
export const takenBack = (desk: TableDesk): MessageHandler<TakeBackBody> => ({
  kind: messageKinds.takeBack,
  schema: TakeBackBody,
  async receive(work, { from, body: { table, agreement } }) {
    const row = (await findRow(work, table)) ?? refuse('not-found', 'no-such-table')
    if (from !== row.convener_id) refuse('not-allowed', 'only-the-convener')
    const item = await findItem(work, agreement)
    if (item?.kind !== 'agreement' || item.table_id !== table) {
      return refuse('not-found', 'no-such-item')
    }
    await dropHere(work, agreement, 'taken-back')
    work.audit({ act: 'round-table.receive-take-back', subject: table, details: { from } })
    const mine = (await listSeats(work, table)).find(
      ({ party_id }) => party_id === work.actor.organisationId,
    )
    if (mine?.state === 'joined') await tellTable(work, desk, { row, mine }, 'table-agreement')
  },
  /** Until it did its work there, they still read it. */
  async settled(work, { about, to, receipt }) {
    const item = about && (await findItem(work, about))
    if (!item) return
    const because = receipt.outcome === 'received' ? undefined : receipt.because
    // Where it never came, or went with the table, nothing has to go.
    if (!because || nothingThere.includes(because)) {
      await updateItem(work, item.id, { state: 'taken-back' })
      return work.audit({ act: 'round-table.taken-back', subject: item.table_id, details: { to } })
    }
    const details = { to, because }
    work.audit({ act: 'round-table.take-back-refused', subject: item.table_id, details })
    await tellConvener(work, desk, item.table_id)
    if (passing.includes(because))
      await askBack(work, desk, { to, tableId: item.table_id, id: item.id })
  },
})

const nothingThere: readonly string[] = ['no-such-table', 'no-such-item']
