import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type {
  About,
  Answer,
  Origin,
  Outcome,
  Readers,
  SignalState,
  WithdrawalReason,
} from './signal.ts'

export type SignalRow = SignalTables['signal']

export type SignalTables = {
  signal_draft: {
    organisation_id: string
    id: string
    person_id: string
    content_key: Buffer
    content: Buffer
    started_at: string
    saved_at: string
    key: string | null
  }
  signal_combination: {
    organisation_id: string
    id: string
    made_by: string
    made_at: string
  }
  signal: {
    organisation_id: string
    id: string
    reference: string
    state: SignalState
    about: About
    danger: boolean
    origin: Origin
    noticed_on: string | null
    readers: Readers
    reader_id: string | null
    reported_by: string
    recorded_at: string
    look_before: string
    assigned_to: string | null
    taken_up_by: string | null
    combination_id: string | null
    outcome: Outcome | null
    withdrawn_because: WithdrawalReason | null
    edition: string
    subject_index: Buffer | null
    content_key: Buffer | null
    content: Buffer | null
  }
  signal_observation: {
    organisation_id: string
    signal_id: string
    code: string
    answer: Answer
    found: 'recognised' | 'added'
  }
  signal_event: {
    organisation_id: string
    signal_id: string
    id: string
    kind: SignalEventKind
    happened_at: string
    by_person: string
    to_person: string | null
    words: Buffer | null
    key: string | null
  }
}

export type SignalEventKind =
  | 'recorded'
  | 'taken-up'
  | 'asked'
  | 'answered'
  | 'added'
  | 'passed'
  | 'combined'
  | 'separated'
  | 'closed'
  | 'withdrawn'
  | 'brought-into-case'

export const tables = (work: Work): Kysely<SignalTables> => work.db.withTables<SignalTables>()
