import { type Kysely, sql } from 'kysely'
import type { FileKind } from '#platform/upload/file-kind.ts'
import type { Work } from '#platform/work.ts'
import type { CaseRole, CaseState, Outcome, TaskClock } from './case-file.ts'
import type { CaseEvent, EntryKind, From, Origin, Withdrawal } from './entry.ts'

export type CaseRow = CaseTables['case_file']
export type EntryRow = CaseTables['case_entry']
export type DocumentRow = CaseTables['case_document']
export type TaskRow = CaseTables['case_task']
export type TaskState = 'open' | 'done' | 'dropped'

export type CaseTables = {
  case_file: {
    organisation_id: string
    id: string
    code: string
    state: CaseState
    coordinator_id: string
    opened_by: string
    opened_at: string
    changed_at: string
    closed_at: string | null
    outcome: Outcome | null
    version: number
    content_key: Buffer
    content: Buffer
    key: string | null
  }
  case_identity: {
    organisation_id: string
    case_id: string
    version: number
    content_key: Buffer
    content: Buffer
    name_index: Buffer
    number_index: Buffer | null
  }
  case_circle: {
    organisation_id: string
    case_id: string
    id: string
    person_id: string
    added_by: string
    added_at: string
    until_at: string | null
    ended_at: string | null
    ended_by: string | null
    case_open: boolean
    reason: Buffer
    end_reason: Buffer | null
    ended_by_leaving: boolean
  }
  case_entry: {
    organisation_id: string
    case_id: string
    id: string
    kind: EntryKind
    event: CaseEvent | null
    on_line: string
    happened_on: string | null
    written_by: string
    written_at: string
    version: number
    origin: Origin | null
    not_to: boolean | null
    decided_as: string | null
    from_capability: From['capability'] | null
    from_id: string | null
    signal_id: string | null
    about_person: string | null
    withdrawn_because: Withdrawal | null
    key: string | null
    recalled_at: string | null
  }
  case_entry_version: {
    organisation_id: string
    case_id: string
    entry_id: string
    version: number
    written_by: string
    written_at: string
    content: Buffer
  }
  case_task: {
    organisation_id: string
    id: string
    case_id: string
    owner_id: string
    coordinator_id: string
    clock: TaskClock
    due_on: string
    state: TaskState
    made_by: string
    made_at: string
    ended_by: string | null
    ended_at: string | null
    reminded_on: string | null
    from_capability: From['capability'] | null
    from_id: string | null
    place: string | null
    key: string | null
    content: Buffer
    end_words: Buffer | null
  }
  case_role: {
    organisation_id: string
    case_id: string
    id: string
    role: CaseRole
    from_on: string
    until_on: string | null
    judged_by: string
    judged_at: string
    ended_by: string | null
    ended_at: string | null
    key: string | null
    content: Buffer
    end_words: Buffer | null
  }
  case_document: {
    organisation_id: string
    case_id: string
    id: string
    kind: FileKind
    size: number
    chunks: number
    added_by: string
    added_at: string
    entry_id: string
    key: string | null
    content_key: Buffer | null
    content: Buffer | null
    removed_by: string | null
    removed_at: string | null
    removed_words: Buffer | null
  }
  case_document_chunk: {
    organisation_id: string
    case_id: string
    document_id: string
    nth: number
    content: Buffer
  }
}

export const tables = (work: Work): Kysely<CaseTables> => work.db.withTables<CaseTables>()

/**
 * The state of what is open, spelled out and not as a parameter: only then does PostgreSQL know that an
 * index of what is open holds everything that is asked for.
 */
export const isOpen = sql.lit('open' as const)
