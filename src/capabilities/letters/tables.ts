import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { LetterContent, LetterState } from './letter.ts'

/** What somebody did to the words; `began` makes version 1. */
export type ChangeKind =
  | 'began'
  | 'frame'
  | 'block'
  | 'block-added'
  | 'block-removed'
  | 'block-moved'
  | 'figure-bound'
  | 'figure-released'

type Tables = {
  progress_letter: {
    organisation_id: string
    id: string
    state: LetterState
    title: string
    version: number
    begun_by: string
    begun_at: string
    changed_at: string
    key: string | null
  }
  progress_letter_version: {
    organisation_id: string
    letter_id: string
    version: number
    change: ChangeKind
    /** the block that it is about */
    block_id: string | null
    content: LetterContent
    saved_by: string
    saved_at: string
  }
}

export type LetterRow = Tables['progress_letter']
export type VersionRow = Tables['progress_letter_version']

export const tables = (work: Work): Kysely<Tables> => work.db.withTables<Tables>()
