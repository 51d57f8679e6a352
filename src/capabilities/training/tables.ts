import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'

export type TrainingTables = {
  training_completion: {
    organisation_id: string
    id: string
    person_id: string
    story: string
    edition: string
    completed_on: string
    completed_at: string
    reminded_at: string | null
    key: string | null
  }
  training_reflection: {
    organisation_id: string
    id: string
    person_id: string
    story: string
    edition: string
    written_at: string
    wrapped_key: Buffer
    content: Buffer
    key: string | null
  }
  training_term: {
    organisation_id: string
    months: number
    set_by: string
    set_at: string
  }
  training_invitation: {
    organisation_id: string
    id: string
    story: string
    invited_on: string
    invited_by: string
  }
  /** of identity; read here only to count who works in the organisation */
  membership: {
    organisation_id: string
    person_id: string
    roles: string[]
    active: boolean
  }
}

export const tables = (work: Work): Kysely<TrainingTables> => work.db.withTables<TrainingTables>()
