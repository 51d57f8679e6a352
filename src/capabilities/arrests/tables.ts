import type { Kysely } from 'kysely'
import type { AgeGroup } from '#capabilities/law/index.ts'
import type { Work } from '#platform/work.ts'
import type { Offence } from './clock.ts'
import type { FileKind, FileState, LookPart } from './file.ts'
import type { NoteKind } from './note.ts'

export type ArrestTables = {
  police_file: {
    organisation_id: string
    id: string
    kind: FileKind
    reference: string
    state: FileState
    opened_by: string
    opened_at: string
    changed_at: string
    put_away_at: string | null
    arrested_at: string | null
    offence: Offence | null
    age_group: AgeGroup | null
    ready_look_id: string | null
    ready_without: boolean
    version: number
    content_key: Buffer
    content: Buffer
    pseudonym_index: Buffer
    key: string | null
  }
  police_file_circle: {
    organisation_id: string
    file_id: string
    id: string
    person_id: string
    added_by: string
    added_at: string
    ended_at: string | null
    ended_by: string | null
    reason: Buffer
    end_reason: Buffer | null
  }
  police_file_note: {
    organisation_id: string
    file_id: string
    id: string
    kind: NoteKind
    code: string | null
    happened_at: string
    until_at: string | null
    done: boolean | null
    /** nobody here, of what the expert group answered */
    written_by: string | null
    written_at: string
    withdrawn_at: string | null
    withdrawn_by: string | null
    from_index: Buffer | null
    recalled_at: string | null
    key: string | null
    content: Buffer | null
  }
  police_file_look: {
    organisation_id: string
    file_id: string
    id: string
    part: LookPart
    edition: string
    looked_by: string
    looked_at: string
    further: boolean
    key: string | null
    content: Buffer
  }
}

export const tables = (work: Work): Kysely<ArrestTables> => work.db.withTables<ArrestTables>()
