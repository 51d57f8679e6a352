import type { NewMessage, Occasion } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import { findTable, othersIn } from './find-table.ts'
import { lastDayOf } from './round-table.ts'
import { findRow, listSeats, updateSeat } from './store.ts'
import { messageKinds, type TurnBody } from './table-body.ts'
import { t } from './words.ts'

/**
 * A table as an occasion on which something is delivered: to one organisation that joined, in the role that sits
 * there, for the aim of the table, and no longer than it lasts.
 */
export const tableOccasion = (): Occasion => ({
  kind: 'round-table',
  async bounds(work, id, language, lock = false) {
    const at = await findTable(work, id, lock)
    if (at.row.ended_at || at.own !== 'joined') return undefined
    const joined = othersIn(at, 'joined')
    return {
      reference: at.row.code,
      title: t(language).bring.title(at.row.code),
      to: at.seats.flatMap(({ party_id: party, role }) =>
        joined.includes(party) ? [{ id: party, role }] : [],
      ),
      aim: at.row.aim,
      lastDay: lastDayOf(at.row.on_day),
    }
  },
  told: {
    /** Everybody else who joined hears who brought to whom, not what. */
    async delivered(work, table, { id, to }) {
      const at = await findTable(work, table, true)
      const body: TurnBody = { table, turn: { act: 'brought', id, to } }
      return othersIn(at, 'joined')
        .filter((one) => one !== to)
        .map((one): NewMessage => ({ to: one, kind: messageKinds.turn, body }))
    },
    async received(work, id, { from, role }) {
      const row = (await findRow(work, id)) ?? refuse('not-found', 'no-such-table')
      if (row.ended_at) refuse('conflict', 'table-ended')
      const seats = await listSeats(work, id)
      const seatOf = (party: string) => seats.find(({ party_id }) => party_id === party)
      const [mine, theirs] = [seatOf(work.actor.organisationId), seatOf(from)]
      const there = theirs?.state === 'joined' || theirs?.state === 'invited'
      if (!there || mine?.state !== 'joined' || mine.role !== role) {
        return refuse('conflict', 'not-at-the-table')
      }
      // Who brings something has joined, also when word of that is still to come.
      if (theirs.state === 'invited') await updateSeat(work, id, from, 'joined')
      return { caseId: row.case_id ?? undefined }
    },
  },
})
