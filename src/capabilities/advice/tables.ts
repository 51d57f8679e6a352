import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { AdviceAct, AdviserState, Side } from './advice.ts'

export type AdviceTables = {
  advice_question: {
    organisation_id: string
    id: string
    side: Side
    other_id: string
    code: string
    state: AdviserState
    pending_id: string | null
    undelivered_because: string | null
    case_id: string | null
    asked_by: string | null
    holder_id: string | null
    asked_at: string
    changed_at: string
    closed_at: string | null
    steps: number
    key: string | null
    content_key: Buffer
    content: Buffer
  }
  advice_step: {
    organisation_id: string
    question_id: string
    number: number
    id: string
    act: AdviceAct
    by_person: string | null
    at: string
    undelivered_because: string | null
    key: string | null
    content: Buffer
  }
}

export type QuestionRow = AdviceTables['advice_question']
export type StepRow = AdviceTables['advice_step']

export const tables = (work: Work): Kysely<AdviceTables> => work.db.withTables<AdviceTables>()
