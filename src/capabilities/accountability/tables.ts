import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { ActionState } from './action.ts'

export type ActionColumns = {
  line: string
  title: string
  owner: string
  partners: string[]
  items: string[]
  starts_on: string | null
  due_on: string | null
}

export type StandingColumns = { state: ActionState; development: string; next_step: string }

type Tables = {
  register_action: ActionColumns &
    StandingColumns & {
      organisation_id: string
      id: string
      version: number
      added_by: string
      added_at: string
      changed_at: string
      key: string | null
    }
  register_action_event: StandingColumns & {
    organisation_id: string
    action_id: string
    id: string
    kind: 'added' | 'changed' | 'told'
    due_on: string | null
    evidence: string
    happened_at: string
    by_person: string
    key: string | null
  }
}

export type ActionEventKind = Tables['register_action_event']['kind']
export type ActionRow = Tables['register_action']

export const tables = (work: Work): Kysely<Tables> => work.db.withTables<Tables>()
