import type { Kysely } from 'kysely'
import type { Role } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { AgreementState, SeatState } from './round-table.ts'

export type ItemKind = 'written' | 'brought' | 'agreement' | 'minutes' | 'word'
export type ItemState = AgreementState | 'given' | 'fixed' | 'approved' | 'remarked'

export type RoundTables = {
  round_table: {
    organisation_id: string
    id: string
    convener_id: string
    code: string
    aim: string
    on_day: string
    case_id: string | null
    made_by: string | null
    made_at: string
    ended_at: string | null
    keep_until: string | null
    key: string | null
    content_key: Buffer | null
    content: Buffer | null
  }
  round_table_seat: {
    organisation_id: string
    table_id: string
    party_id: string
    role: Role
    state: SeatState
    undelivered: 'invite' | 'end' | null
    undelivered_because: string | null
  }
  round_table_item: {
    organisation_id: string
    table_id: string
    number: number
    id: string
    /** of a word: the agreement that it is about; nothing when it is about the minutes */
    about_id: string | null
    kind: ItemKind
    from_id: string
    to_id: string | null
    state: ItemState
    version: number | null
    due_on: string | null
    by_person: string | null
    at: string
    undelivered_because: string | null
    undelivered_to: string[]
    hash: Buffer | null
    case_id: string | null
    key: string | null
    content_key: Buffer | null
    content: Buffer | null
  }
}

export type TableRow = RoundTables['round_table']
export type SeatRow = RoundTables['round_table_seat']
export type ItemRow = RoundTables['round_table_item']

export const tables = (work: Work): Kysely<RoundTables> => work.db.withTables<RoundTables>()
