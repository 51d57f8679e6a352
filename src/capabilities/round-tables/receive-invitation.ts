import {
  findParty,
  type MessageHandler,
  sendInOrder,
  sendMessage,
} from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import { isSeat } from './access.ts'
import type { TableDesk } from './desk.ts'
import { endHere } from './end-here.ts'
import { furthestDay } from './round-table.ts'
import { findRow, insertSeats, insertTable, listSeats, noteAtSeat } from './store.ts'
import { EndBody, InviteBody, messageKinds } from './table-body.ts'
import { sealed } from './table-words.ts'
import { passing, tellConvener, tellTable } from './tell-table.ts'

/** How a table begins here and ends. Both run as `delivery` of whoever receives them. */
export const invited = (desk: TableDesk): MessageHandler<InviteBody> => ({
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
    if (day > furthestDay(dutchDay(work.now))) return refuse('invalid', 'too-far')
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
  async settled(work, { about, to, receipt }) {
    if (receipt.outcome === 'received' || !about) return
    const { because } = receipt
    await noteAtSeat(work, { tableId: about, partyId: to }, { what: 'invite', because })
    work.audit({ act: 'round-table.invite-refused', subject: about, details: { to, because } })
    await tellConvener(work, desk, about)
  },
})

export const ended = (desk: TableDesk): MessageHandler<EndBody> => ({
  kind: messageKinds.end,
  schema: EndBody,
  async receive(work, { from, body: { table, keepUntil } }) {
    const row = (await findRow(work, table)) ?? refuse('not-found', 'no-such-table')
    if (from !== row.convener_id) refuse('not-allowed', 'only-the-convener')
    const mine = (await listSeats(work, table)).find(
      ({ party_id }) => party_id === work.actor.organisationId,
    )
    // It ended here by itself, or we left: nothing is left of it.
    if (row.ended_at || !mine || mine.state === 'declined' || mine.state === 'left') {
      return work.audit({ act: 'round-table.receive-late-end', subject: table, details: { from } })
    }
    // Whoever convened it is on a server of their own: here nothing stays longer than we would let it.
    const furthest = furthestDay(dutchDay(work.now))
    const stays = await endHere(work, table, keepUntil < furthest ? keepUntil : furthest)
    work.audit({ act: 'round-table.receive-end', subject: table, details: { from } })
    await tellTable(work, desk, { row, mine }, 'table-ended')
    await sendInOrder(work, desk, stays)
  },
  /** Until it did its work there, they still read everything. */
  async settled(work, { about, to, receipt }) {
    if (!about) return
    const seat = { tableId: about, partyId: to }
    if (receipt.outcome === 'received') return void (await noteAtSeat(work, seat, undefined))
    const { because } = receipt
    work.audit({ act: 'round-table.end-refused', subject: about, details: { to, because } })
    // Where the invitation never came, nothing has to go.
    if (because === 'no-such-table') return
    await noteAtSeat(work, seat, { what: 'end', because })
    const row = await tellConvener(work, desk, about)
    if (!row?.keep_until || !passing.includes(because)) return
    const body: EndBody = { table: about, keepUntil: row.keep_until }
    await sendMessage(work, desk, { to, kind: messageKinds.end, about, body })
  },
})
