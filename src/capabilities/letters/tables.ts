import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { FileFormat } from './evidence.ts'
import type { LetterContent, LetterState } from './letter.ts'
import type { Section } from './letter-document.ts'
import type { Happened, PartyState, ReceivedState } from './round.ts'

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
    fixed_at: string | null
    published_at: string | null
    /** the published letter that this one corrects */
    corrects: string | null
    /** only of a draft: nobody writes in it any more */
    put_away_at: string | null
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
  progress_letter_party: {
    organisation_id: string
    letter_id: string
    party_id: string
    state: PartyState
    /** of the text that was sent last */
    asked_version: number
    digest: string
    undelivered_because: string | null
    changed_at: string
  }
  progress_letter_remark: {
    organisation_id: string
    letter_id: string
    id: string
    /** the ministry that says it */
    party_id: string
    version: number
    section: string
    words: string
    made_at: string
  }
  progress_letter_event: {
    organisation_id: string
    letter_id: string
    id: string
    kind: Happened
    version: number
    party_id: string | null
    /** nobody here: it came from the other ministry, or by itself */
    by_person: string | null
    happened_at: string
  }
  progress_letter_file: {
    organisation_id: string
    letter_id: string
    format: StoredFormat
    content: Buffer
    published: boolean
  }
  progress_letter_received: {
    organisation_id: string
    id: string
    from_id: string
    state: ReceivedState
    version: number
    digest: string
    title: string
    /** nothing once the draft is over */
    sections: readonly Section[] | null
    answered_by: string | null
    key: string | null
    received_at: string
    changed_at: string
  }
}

export type PartyRow = Tables['progress_letter_party']
export type RemarkRow = Tables['progress_letter_remark']
export type EventRow = Tables['progress_letter_event']
export type ReceivedRow = Tables['progress_letter_received']

/** `letter` is the frozen letter itself, from which the page is drawn. */
export type StoredFormat = FileFormat | 'letter' | 'evidence'

export type LetterRow = Tables['progress_letter']
export type VersionRow = Tables['progress_letter_version']

export const tables = (work: Work): Kysely<Tables> => work.db.withTables<Tables>()
