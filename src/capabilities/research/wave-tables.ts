import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { SchoolKind } from './questionnaire.ts'
import type { WaveState } from './wave.ts'

type Row = { organisation_id: string; wave_id: string }

type Tables = {
  survey_wave: {
    organisation_id: string
    id: string
    title: string
    questionnaire: string
    state: WaveState
    seed: string | null
    strata_by: string[]
    closes_on: string
    public_key: Buffer | null
    first_key: Buffer | null
    first_keeper: string | null
    second_keeper: string | null
    first_checked: boolean
    second_checked: boolean
    opened_on: string | null
    closed_on: string | null
    counted_on: string | null
    published_on: string | null
    /** JSON of what was told */
    published: unknown
    made_by: string
    made_on: string
    key: string | null
  }
  survey_frame: Row & {
    school: string
    kind: SchoolKind
    name: string
    municipality: string | null
    province: string | null
    size_low: number | null
    size_high: number | null
  }
  survey_stratum: Row & {
    stratum: string
    population: number
    sampled: number
    cell: string | null
  }
  survey_invitation: Row & {
    school: string
    stratum: string
    code_mac: Buffer | null
    address: Buffer | null
    way: 'mail' | 'paper' | 'telephone' | null
    invited_on: string | null
    reminded_on: string | null
    reminders: number
    undelivered: string | null
    answered_by: 'web' | 'telephone' | null
  }
  survey_letter: {
    organisation_id: string
    id: string
    wave_id: string
    school: string
    kind: 'invitation' | 'reminder'
    sealed: Buffer
    created_at: string
    due_at: string | null
    attempts: number
  }
  survey_draft: Row & { code_mac: Buffer; sealed: Buffer }
  survey_urn: Row & { id: string; sealed: Buffer }
  survey_answer: Row & { id: string; cell: string; sealed: Buffer }
  survey_coding: Row & {
    answer_id: string
    question: string
    codes: string[]
    coded_by: string
    coded_on: string
  }
}

export type WaveRow = Tables['survey_wave']
export type FrameRow = Tables['survey_frame']
export type InvitationRow = Tables['survey_invitation']
export type LetterRow = Tables['survey_letter']

export const tables = (work: Work): Kysely<Tables> => work.db.withTables<Tables>()
