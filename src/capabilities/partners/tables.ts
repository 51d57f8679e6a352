import type { Kysely } from 'kysely'
import type { Db } from '#platform/database.ts'

/** Instants travel as text; JSON columns come back as what they hold. */
type PartnerTables = {
  partner_program: {
    organisation_id: string
    id: string
    name: string
    scopes: string[]
    /** of the sharing table, along which it may send */
    lines: string[]
    keys: unknown
    keys_at: string | null
    keys_changed_at: string
    made_by: string | null
    made_at: string
    used_at: string | null
    ended_at: string | null
  }
  partner_token: {
    organisation_id: string
    token_hash: Buffer
    program_id: string
    scopes: string[]
    expires_at: string
  }
  partner_assertion: {
    organisation_id: string
    program_id: string
    jti_hash: Buffer
    expires_at: string
  }
  partner_feed: { organisation_id: string; last_number: number }
  partner_event: {
    organisation_id: string
    number: number | null
    id: string
    type: string
    subject: string
    happened_at: string
  }
  partner_webhook: {
    organisation_id: string
    program_id: string
    address: string
    told: number
    due_at: string | null
    attempts: number
    last_error: string | null
  }
  organisation: { id: string; oin: string | null }
  peer: { id: string; address: string; added_at: string; ended_at: string | null }
  partner_answer: {
    organisation_id: string
    program_id: string
    key_hash: Buffer
    request_hash: Buffer
    answered_at: string
    status: number | null
    answer: Buffer | null
  }
}

export const tables = (db: Db): Kysely<PartnerTables> => db.withTables<PartnerTables>()
