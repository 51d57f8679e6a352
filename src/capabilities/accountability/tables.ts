import type { ColumnType, Kysely, Selectable } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { ActionState } from './action.ts'
import type { Found, FoundKind } from './found.ts'
import type { ItemKind, ItemState } from './register-item.ts'

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

export type OwnItemColumns = {
  kind: ItemKind
  title: string
  says: string
  asked_by: string[]
  raised_on: string | null
  raised_in: string | null
  wanted_words: string
  wanted_until: string | null
  later_told_on: string | null
  public_item: string | null
}

export type ItemEventKind = 'added' | 'changed' | 'told' | 'mentioned' | 'taken-out' | 'put-back'

/** What a person made of a find. */
export type Verdict = 'waiting' | 'confirmed' | 'corrected' | 'refused'

export type HeadColumns = {
  reference: string | null
  kind: string
  title: string
  dated: string | null
}

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
  register_paper: HeadColumns & {
    organisation_id: string
    id: string
    sha256: Buffer
    body: string
    state: 'read' | 'kept' | 'set-aside'
    read_by: string
    read_at: string
    changed_at: string
  }
  register_find: {
    organisation_id: string
    paper_id: string
    number: number
    kind: FoundKind
    found: ColumnType<Found, string, never>
    uncertain: boolean
    verdict: Verdict
    said: string | null
    item_id: string | null
    judged_by: string | null
    judged_at: string | null
  }
  register_item: OwnItemColumns & {
    organisation_id: string
    id: string
    state: ItemState
    taken_out: boolean
    version: number
    added_by: string
    added_at: string
    changed_at: string
    key: string | null
  }
  register_item_event: {
    organisation_id: string
    item_id: string
    id: string
    kind: ItemEventKind
    state: ItemState
    happened_on: string | null
    says: string
    evidence: string
    paper_id: string | null
    find: number | null
    happened_at: string
    by_person: string
    key: string | null
  }
}

export type ActionEventKind = Tables['register_action_event']['kind']
export type ActionRow = Tables['register_action']
export type OwnPaperRow = Omit<Selectable<Tables['register_paper']>, 'body' | 'sha256'>
export type FindRow = Selectable<Tables['register_find']>
export type OwnItemRow = Selectable<Tables['register_item']>
export type OwnItemEventRow = Selectable<Tables['register_item_event']>

export const tables = (work: Work): Kysely<Tables> => work.db.withTables<Tables>()
