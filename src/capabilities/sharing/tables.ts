import type { Kysely } from 'kysely'
import type { Role } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { DisclosureState, RecallReason, ReceivedState } from './disclosure.ts'
import type { OccasionKind } from './occasion.ts'
import type { FactKind, FileKind } from './shareable-fact.ts'

export type SharingTables = {
  message_channel: {
    organisation_id: string
    other_id: string
    last_sent: number
    last_settled: number
    last_received: number
    due_at: string | null
    attempts: number
    last_error: string | null
    stumbled_number: number | null
    stumbled_at: string | null
  }
  outgoing_message: {
    organisation_id: string
    to_id: string
    number: number
    id: string
    kind: string
    about: string | null
    left_at: string
    hash: Buffer
    content_key: Buffer | null
    content: Buffer | null
    settled_at: string | null
    outcome: 'received' | 'refused' | null
    refused_because: string | null
  }
  incoming_message: {
    organisation_id: string
    from_id: string
    number: number
    id: string
    kind: string
    hash: Buffer
    received_at: string
    outcome: 'received' | 'refused'
    refused_because: string | null
  }
  disclosure: {
    organisation_id: string
    id: string
    reference: string
    file_kind: FileKind
    file_id: string
    state: DisclosureState
    to_id: string | null
    to_role: Role | null
    at_kind: OccasionKind | null
    at_id: string | null
    end_on: string | null
    /** nobody, when a program of the organisation made it */
    made_by: string | null
    program_id: string | null
    /** the role in which somebody decided whom the program names */
    by_role: Role | null
    made_at: string
    changed_at: string
    key: string | null
    facts: number
    hash: Buffer | null
    /** the line of the sharing table on which it left */
    road: string | null
    /** gone with the words */
    content_key: Buffer | null
    content: Buffer | null
  }
  disclosure_event: {
    organisation_id: string
    disclosure_id: string
    id: string
    kind: DisclosureEventKind
    happened_at: string
    by_person: string | null
    key: string | null
    content: Buffer | null
  }
  received_disclosure: {
    organisation_id: string
    id: string
    from_id: string
    disclosure_id: string
    reference: string
    to_role: Role
    at_kind: OccasionKind | null
    at_id: string | null
    /** the own case that it was brought about: only its circle reads it */
    case_id: string | null
    state: ReceivedState
    received_at: string
    end_on: string
    facts: number
    hash: Buffer
    content_key: Buffer | null
    content: Buffer | null
  }
  received_event: {
    organisation_id: string
    received_id: string
    id: string
    kind: ReceivedEventKind
    happened_at: string
    by_person: string | null
    key: string | null
    because: RecallReason | null
    content: Buffer | null
  }
  consultation_answer: {
    organisation_id: string
    id: string
    received_id: string
    kind: string
    made_by: string
    begun_at: string
    changed_at: string
    sent_at: string | null
    message_id: string | null
    hash: Buffer | null
    outcome: 'received' | 'refused' | null
    content: Buffer | null
  }
  received_taken: {
    organisation_id: string
    received_id: string
    id: string
    item_id: string
    fact_kind: FactKind
    taken_by: string
    taken_at: string
    content_key: Buffer
    content: Buffer
  }
}

export type DisclosureEventKind =
  | 'sent'
  | 'delivered'
  | 'refused'
  | 'accepted'
  | 'returned'
  | 'replied'
  | 'reply-refused'
  | 'declined'
  | 'recalled'
  | 'recall-arrived'
  | 'recall-refused'
  | 'recall-answered'
  | 'stays-taken'
  | 'ended'
  | 'not-shared'
  | 'consulted'
  | 'source-recalled'

export type ReceivedEventKind =
  | 'delivered'
  | 'accepted'
  | 'returned'
  | 'replied'
  | 'declined'
  | 'recalled'
  | 'ended'
  | 'taken'
  | 'answer-refused'
  | 'consulted'

export const tables = (work: Work): Kysely<SharingTables> => work.db.withTables<SharingTables>()
