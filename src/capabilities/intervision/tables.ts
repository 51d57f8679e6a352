import type { Kysely } from 'kysely'
import type { AskedKind } from '#capabilities/knowledge/index.ts'
import type { Work } from '#platform/work.ts'
import type { About, IntervisionState, Outcome } from './intervision.ts'

export type IntervisionRow = IntervisionTables['intervision']

export type IntervisionTables = {
  intervision: {
    organisation_id: string
    id: string
    method: string
    edition: string
    phases: readonly string[]
    silent: readonly string[]
    about: About
    state: IntervisionState
    on_paper: boolean
    case_id: string | null
    taken_to_case_at: string | null
    phase: number
    revealed: readonly string[]
    phase_started_at: string | null
    revision: number
    facilitator_id: string
    inbrenger_id: string | null
    started_by: string
    started_at: string
    changed_at: string
    ended_at: string | null
    code_index: Buffer | null
    content_key: Buffer | null
    content: Buffer | null
    conclusion: Buffer | null
    outcome: Outcome | null
    owner_id: string | null
    due_on: string | null
    told_key: Buffer | null
    told: Buffer | null
    key: string
  }
  intervision_participant: {
    organisation_id: string
    intervision_id: string
    person_id: string
    joined_at: string
    ready_for: string | null
    draft: Buffer | null
    removed_at: string | null
  }
  intervision_contribution: {
    organisation_id: string
    intervision_id: string
    id: string
    person_id: string
    phase: string
    kind: AskedKind
    written_at: string
    late: boolean
    key: string
    content: Buffer | null
  }
}

export const tables = (work: Work): Kysely<IntervisionTables> =>
  work.db.withTables<IntervisionTables>()
