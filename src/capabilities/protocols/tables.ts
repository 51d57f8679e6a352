import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { EditionState } from './edition.ts'
import type { RunState, StepState } from './run.ts'

export type EditionRow = ProtocolTables['protocol_edition']
export type RunRow = ProtocolTables['protocol_run']
export type StepRow = ProtocolTables['protocol_step']
export type EventRow = ProtocolTables['protocol_event']

export type RunEventKind = 'started' | 'done' | 'skipped' | 'immediate' | 'resumed' | 'stopped'

export type ProtocolTables = {
  protocol_edition: {
    organisation_id: string
    id: string
    number: number
    state: EditionState
    example: string
    made_by: string
    made_at: string
    in_force_by: string | null
    in_force_at: string | null
    replaced_at: string | null
    content_key: Buffer
    content: Buffer
  }
  protocol_run: {
    organisation_id: string
    id: string
    edition_id: string
    state: RunState
    case_id: string | null
    drill: string | null
    minutes_per_day: number | null
    started_by: string
    started_at: string
    counts_from: string
    ended_at: string | null
    content_key: Buffer | null
    answers: Buffer
    key: string | null
  }
  protocol_step: {
    organisation_id: string
    run_id: string
    step: string
    id: string
    state: StepState
    round: number
    opened_at: string | null
    due_on: string | null
    due_at: string | null
  }
  protocol_event: {
    organisation_id: string
    run_id: string
    id: string
    kind: RunEventKind
    step: string | null
    round: number | null
    happened_at: string
    by_person: string
    opened_at: string | null
    due_on: string | null
    due_at: string | null
    words: Buffer | null
    key: string | null
  }
}

export const tables = (work: Work): Kysely<ProtocolTables> => work.db.withTables<ProtocolTables>()
