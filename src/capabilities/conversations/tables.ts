import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { CallOffReason, ConversationState, PassageKind } from './conversation.ts'

export type ConversationRow = ConversationTables['conversation']

export type WritingKind = 'preparation' | 'account'

export type EventKind =
  | 'prepared'
  | 'edited'
  | 'held'
  | 'account-edited'
  | 'added'
  | 'shown'
  | 'corrected'
  | 'taken-back'
  | 'closed'
  | 'called-off'

export type ConversationTables = {
  conversation: {
    organisation_id: string
    id: string
    case_id: string
    state: ConversationState
    prepared_by: string
    prepared_at: string
    holder_id: string
    planned_on: string | null
    held_on: string | null
    shown_at: string | null
    ended_at: string | null
    called_off_because: CallOffReason | null
    key: string | null
  }
  conversation_writing: {
    organisation_id: string
    conversation_id: string
    kind: WritingKind
    version: number
    written_by: string
    written_at: string
    words: Buffer
  }
  conversation_passage: {
    organisation_id: string
    conversation_id: string
    id: string
    kind: PassageKind
    about_id: string | null
    written_by: string
    written_at: string
    due_on: string | null
    words: Buffer
  }
  conversation_event: {
    organisation_id: string
    conversation_id: string
    id: string
    kind: EventKind
    happened_at: string
    by_person: string
    words: Buffer | null
    key: string | null
  }
}

export const tables = (work: Work): Kysely<ConversationTables> =>
  work.db.withTables<ConversationTables>()
