import type { Kysely } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'

/** Instants travel as text; the verbs make them Temporal.Instant. */
type IdentityTables = {
  person: { id: string }
  membership: {
    organisation_id: string
    person_id: string
    roles: string[]
    profile: Buffer
    active: boolean
    language: Language
  }
  session: {
    organisation_id: string
    id: string
    person_id: string
    token_hash: Buffer
    method: string
    device: Buffer
    started_at: string
    seen_at: string
    stepped_up_at: string | null
    ended_at: string | null
  }
  sign_in_provider: {
    organisation_id: string
    issuer: string
    client_id: string
    client_secret: Buffer
    home_claim: string
    home_value: string
    affiliation_claim: string
    admits: string
    changed_at: string
  }
  provider_link: {
    organisation_id: string
    subject_hash: Buffer
    person_id: string
    linked_at: string
  }
  passkey: {
    organisation_id: string
    credential_id: Buffer
    person_id: string
    public_key: Buffer
    counter: number
    device: Buffer
    made_at: string
    used_at: string | null
    revoked_at: string | null
  }
  invitation: {
    organisation_id: string
    id: string
    code_hash: Buffer
    person_id: string
    profile: Buffer
    roles: string[]
    made_at: string
    expires_at: string
    used_at: string | null
    withdrawn_at: string | null
  }
}

export const tables = (db: Db): Kysely<IdentityTables> => db.withTables<IdentityTables>()
