import { findParty, type MessageHandler, sendMessage } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isSeat } from './access.ts'
import type { TableDesk } from './desk.ts'
import { type AgreementAct, type AgreementState, agreementAfter } from './round-table.ts'
import {
  endRow,
  eraseReceived,
  findRow,
  insertItem,
  insertSeats,
  insertTable,
  listItems,
  listSeats,
  noteUndelivered,
  updateItem,
  updateSeat,
} from './store.ts'
import { InviteBody, messageKinds, type Turn, TurnBody } from './table-body.ts'
import { sealed } from './table-words.ts'
import type { SeatRow, TableRow } from './tables.ts'

/** What comes in about round tables. Each runs as `delivery` of whoever receives it. */
export const tableHandlers = (desk: TableDesk): readonly MessageHandler[] => [
  invited(desk) as MessageHandler,
  turned(desk) as MessageHandler,
]

const invited = (desk: TableDesk): MessageHandler<InviteBody> => ({
  kind: messageKinds.invite,
  schema: InviteBody,
  async receive(work, { from, body: { table, code, aim, day, question, agenda, place, seats } }) {
    const own = work.actor.organisationId
    const mine = seats.find(({ party }) => party === own)
    const party = await findParty(work, own)
    const parties = new Set(seats.map((one) => one.party))
    const fits = party && mine && isSeat(party.kind, mine.role)
    if (!fits || !parties.has(from) || parties.size !== seats.length) {
      return refuse('invalid', 'not-a-seat')
    }
    const people = await desk.colleagues(work, [mine.role])
    if (people.length === 0) return refuse('conflict', 'nobody-in-that-role')
    if (await findRow(work, table)) return refuse('conflict', 'known-table')
    await insertTable(work, {
      id: table,
      convener_id: from,
      code,
      aim,
      on_day: day,
      case_id: null,
      made_by: null,
      key: null,
      ...(await sealed(work, desk, table, { question, agenda, place })),
    })
    await insertSeats(
      work,
      seats.map((one) => ({
        table_id: table,
        party_id: one.party,
        role: one.role,
        state: one.party === from ? ('joined' as const) : ('invited' as const),
      })),
    )
    for (const { personId } of people) {
      await desk.tell(work, { to: personId, template: 'table-invited', reference: code })
    }
    work.audit({ act: 'round-table.invited', subject: table, details: { from } })
  },
})

type At = { readonly row: TableRow; readonly mine: SeatRow; readonly theirs: SeatRow }

const turned = (desk: TableDesk): MessageHandler<TurnBody> => ({
  kind: messageKinds.turn,
  schema: TurnBody,
  async receive(work, { from, body: { table, turn } }) {
    const row = (await findRow(work, table)) ?? refuse('not-found', 'no-such-table')
    const seats = await listSeats(work, table)
    const seatOf = (id: string) =>
      seats.find(({ party_id }) => party_id === id) ?? refuse('not-found', 'no-such-table')
    const at = { row, mine: seatOf(work.actor.organisationId), theirs: seatOf(from) }
    if (row.ended_at) refuse('conflict', 'table-ended')
    const gone = ({ state }: SeatRow) => state === 'declined' || state === 'left'
    if (gone(at.mine) || gone(at.theirs)) refuse('conflict', 'not-at-the-table')
    await take(work, desk, at, turn)
    work.audit({ act: `round-table.receive-${turn.act}`, subject: table, details: { from } })
  },
  async settled(work, { about, receipt }) {
    if (receipt.outcome === 'received' || !about) return
    await noteUndelivered(work, about, receipt.because)
    work.audit({ act: 'round-table.undelivered', subject: about })
  },
})

async function take(work: Work, desk: TableDesk, at: At, turn: Turn): Promise<void> {
  const { row, mine, theirs } = at
  const from = theirs.party_id
  const own = mine.party_id
  const tableId = row.id
  if (turn.act === 'seat') {
    await updateSeat(work, tableId, from, turn.state)
    // Whoever joined later may have missed that we did: an answer goes to that one only.
    if (turn.state === 'joined' && !turn.answer && mine.state === 'joined') {
      const back: TurnBody = {
        table: tableId,
        turn: { act: 'seat', state: 'joined', answer: true },
      }
      await sendMessage(work, desk, { to: from, kind: messageKinds.turn, body: back })
    }
    return
  }
  const fromConvener = from === row.convener_id
  if (turn.act === 'end') {
    if (!fromConvener) return refuse('not-allowed', 'only-the-convener')
    await endRow(work, tableId, turn.keepUntil)
    return eraseReceived(work, tableId, { keepAgreements: true })
  }
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
    case 'contribution': {
      const { id, text, basis } = turn
      return put({ id, kind: 'contribution', state: 'given', to_id: own }, { text, basis })
    }
    case 'brought':
      return put({ id: turn.id, kind: 'brought', state: 'given', to_id: turn.to })
    case 'word': {
      if (row.convener_id !== own) return refuse('not-allowed', 'only-the-convener')
      const { id, state, version, text } = turn
      return put({ id, kind: 'word', state, version }, { text })
    }
    case 'followed': {
      const item = (await listItems(work, tableId)).find(({ id }) => id === turn.id)
      if (item?.kind !== 'agreement' || item.to_id !== from)
        return refuse('not-found', 'no-such-item')
      const acts = {
        accepted: 'accept',
        refused: 'refuse',
        done: 'done',
        'not-done': 'not-done',
      } as const
      const act: AgreementAct = acts[turn.state]
      if (agreementAfter(act, item.state as AgreementState) !== turn.state) {
        return refuse('conflict', `cannot-${act}-when-${item.state}`)
      }
      return void (await updateItem(work, item.id, { state: turn.state }))
    }
  }
  if (!fromConvener) return refuse('not-allowed', 'only-the-convener')
  switch (turn.act) {
    case 'agreement': {
      const { id, text, due } = turn
      return put({ id, kind: 'agreement', state: 'proposed', to_id: own, due_on: due }, { text })
    }
    case 'minutes': {
      const { id, version, text, due } = turn
      return put({ id, kind: 'minutes', state: 'proposed', version, due_on: due }, { text })
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
