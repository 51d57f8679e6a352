import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'

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
}

export const tables = (work: Work): Kysely<SharingTables> => work.db.withTables<SharingTables>()
