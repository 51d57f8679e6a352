import {
  endDeliveriesAt,
  type MessageHandler,
  type ReceivedMessage,
  sendMessage,
} from '#capabilities/sharing/index.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TableDesk } from './desk.ts'
import { type AgreementAct, type AgreementState, agreementAfter } from './round-table.ts'
import {
  findRow,
  insertItem,
  lapseAgreements,
  listItems,
  listSeats,
  noteReceipt,
  noteUndelivered,
  updateItem,
  updateSeat,
} from './store.ts'
import { messageKinds, type Turn, TurnBody } from './table-body.ts'
import { type ItemWords, opened, sealed } from './table-words.ts'
import type { SeatRow, TableRow } from './tables.ts'
import { tellTable } from './tell-table.ts'

type At = { readonly row: TableRow; readonly mine: SeatRow; readonly theirs: SeatRow }

/** What somebody at the table did. Runs as `delivery` of whoever receives it. */
export const turned = (desk: TableDesk): MessageHandler<TurnBody> => ({
  kind: messageKinds.turn,
  schema: TurnBody,
  async receive(work, message) {
    const { from, body } = message
    const { table, turn } = body
    const row = (await findRow(work, table)) ?? refuse('not-found', 'no-such-table')
    const seats = await listSeats(work, table)
    const seatOf = (id: string) =>
      seats.find(({ party_id }) => party_id === id) ?? refuse('not-found', 'no-such-table')
    const at = { row, mine: seatOf(work.actor.organisationId), theirs: seatOf(from) }
    // Whether an agreement was done is told after the end too: that is when it is done.
    if (row.ended_at && turn.act !== 'followed') refuse('conflict', 'table-ended')
    const gone = ({ state }: SeatRow) => state === 'declined' || state === 'left'
    if (gone(at.mine) || gone(at.theirs)) refuse('conflict', 'not-at-the-table')
    await take(work, desk, at, message)
    work.audit({ act: `round-table.receive-${turn.act}`, subject: table, details: { from } })
  },
  async settled(work, { about, to, receipt }) {
    if (!about) return
    if (receipt.outcome === 'received') {
      return void (await noteReceipt(work, about, Buffer.from(receipt.hash, 'hex')))
    }
    const { because } = receipt
    const item = await noteUndelivered(work, { id: about, to, because })
    if (!item) return
    work.audit({ act: 'round-table.undelivered', subject: about, details: { to, because } })
    const row = await findRow(work, item.table_id)
    const mine = await ownSeat(work, item.table_id)
    if (row && mine) await tellTable(work, desk, { row, mine }, 'table-answered')
  },
})

const ownSeat = async (work: Work, tableId: string) =>
  (await listSeats(work, tableId)).find(({ party_id }) => party_id === work.actor.organisationId)

async function take(
  work: Work,
  desk: TableDesk,
  at: At,
  { from, hash, body: { turn } }: ReceivedMessage<TurnBody>,
): Promise<void> {
  const { row, mine, theirs } = at
  const own = mine.party_id
  const tableId = row.id
  if (turn.act === 'seat') return takeTheirSeat(work, desk, at, turn)
  if (mine.state !== 'joined') return refuse('conflict', 'not-at-the-table')
  // Who speaks has joined, also when word of that is still to come.
  if (theirs.state === 'invited') await updateSeat(work, tableId, from, 'joined')
  const put = async (
    item: Omit<Parameters<typeof insertItem>[2], 'from_id'>,
    words?: Parameters<typeof sealed>[3],
  ) =>
    insertItem(work, tableId, {
      ...item,
      from_id: from,
      ...(words ? await sealed(work, desk, item.id, words) : {}),
    })
  switch (turn.act) {
    case 'brought':
      return put({ id: turn.id, kind: 'brought', state: 'given', to_id: turn.to })
    case 'word': {
      if (row.convener_id !== own) return refuse('not-allowed', 'only-the-convener')
      const { id, state, version, text } = turn
      await put({ id, kind: 'word', state, version }, { text })
      return tellTable(work, desk, at, 'table-answered')
    }
    case 'followed': {
      await takeFollowed(work, desk, at, turn)
      return tellTable(work, desk, at, 'table-answered')
    }
  }
  if (from !== row.convener_id) return refuse('not-allowed', 'only-the-convener')
  switch (turn.act) {
    case 'agreement': {
      const { id, text, due, basis } = turn
      const words = { text, ...(basis ? { basis } : {}) }
      const item = { id, kind: 'agreement', state: 'proposed', to_id: own, due_on: due } as const
      await put({ ...item, hash: Buffer.from(hash, 'hex') }, words)
      return tellTable(work, desk, at, 'table-agreement')
    }
    case 'minutes': {
      const { id, version, text, due } = turn
      await put({ id, kind: 'minutes', state: 'proposed', version, due_on: due }, { text })
      return tellTable(work, desk, at, 'table-minutes')
    }
    case 'fixed': {
      const minutes = (await listItems(work, tableId)).find(
        ({ kind, version }) => kind === 'minutes' && version === turn.version,
      )
      if (!minutes) return refuse('not-found', 'no-such-item')
      return void (await updateItem(work, minutes.id, { state: 'fixed' }))
    }
  }
}

/**
 * Somebody joined, declined or left: of what we brought to whoever left nothing is there any more, and what they were
 * to do is done by nobody.
 */
async function takeTheirSeat(
  work: Work,
  desk: TableDesk,
  { row, mine, theirs }: At,
  turn: Extract<Turn, { act: 'seat' }>,
): Promise<void> {
  const { party_id: from } = theirs
  await updateSeat(work, row.id, from, turn.state)
  if (turn.state !== 'joined') {
    const at = { kind: 'round-table', id: row.id } as const
    await endDeliveriesAt(work, at, { sentTo: [from] })
    if (row.convener_id !== mine.party_id) return
    await lapseAgreements(work, row.id, from)
    return tellTable(work, desk, { row, mine }, 'table-answered')
  }
  // Whoever joined later may have missed that we did: an answer goes to that one only.
  if (!turn.answer && mine.state === 'joined') {
    const back: TurnBody = { table: row.id, turn: { act: 'seat', state: 'joined', answer: true } }
    await sendMessage(work, desk, { to: from, kind: messageKinds.turn, body: back })
  }
  if (row.convener_id === mine.party_id && theirs.state === 'invited') {
    await sendOpenMinutes(work, desk, row, from)
  }
}

/** Whoever joins after minutes were sent has to read what it is asked to approve. */
async function sendOpenMinutes(
  work: Work,
  desk: TableDesk,
  { id: table }: TableRow,
  to: string,
): Promise<void> {
  const last = (await listItems(work, table)).findLast(({ kind }) => kind === 'minutes')
  const words = last && (await opened<ItemWords>(work, desk, last))
  if (!words || last.state !== 'proposed' || !last.version || !last.due_on) return
  const { id, version, due_on: due } = last
  const body: TurnBody = { table, turn: { act: 'minutes', id, version, due, text: words.text } }
  await sendMessage(work, desk, { to, kind: messageKinds.turn, about: id, body })
}

const actOf = {
  accepted: 'accept',
  refused: 'refuse',
  done: 'done',
  'not-done': 'not-done',
} as const satisfies Record<string, AgreementAct>

async function takeFollowed(
  work: Work,
  desk: TableDesk,
  { row, theirs }: At,
  turn: Extract<Turn, { act: 'followed' }>,
): Promise<void> {
  const item = (await listItems(work, row.id)).find(({ id }) => id === turn.id)
  if (item?.kind !== 'agreement' || item.to_id !== theirs.party_id) {
    return refuse('not-found', 'no-such-item')
  }
  // It crossed on the way: there is nothing left to follow.
  if (item.state === 'taking-back' || item.state === 'taken-back') {
    return work.audit({ act: 'round-table.receive-late', subject: row.id })
  }
  const act = actOf[turn.state]
  if (agreementAfter(act, item.state as AgreementState) !== turn.state) {
    return refuse('conflict', `cannot-${act}-when-${item.state}`)
  }
  await updateItem(work, item.id, { state: turn.state })
  if (turn.text.trim() === '') return
  const id = newId()
  await insertItem(work, row.id, {
    ...{ id, kind: 'word', state: 'given', about_id: item.id, from_id: theirs.party_id },
    ...(await sealed(work, desk, id, { text: turn.text })),
  })
}
