import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { Facts } from './row.ts'
import type { SourceName } from './source.ts'
import type { Gap } from './walk.ts'

/** Instants travel as text; JSON columns come back as what they hold. */
type Tables = {
  parliament_feed: {
    organisation_id: string
    is_on: boolean
    contact: string
    changed_by: string
    changed_at: string
    held_until: string | null
  }
  parliament_source: { organisation_id: string; name: SourceName; standing: unknown }
  parliament_row: {
    organisation_id: string
    source: SourceName
    id: string
    stamp: string
    facts: Facts[SourceName]
    matters: string[]
    on_day: string | null
    walk: number
    found_at: string
    touched_at: string
    withdrawn_at: string | null
    seen_until: string | null
    seen_by: string | null
    item_id: string | null
  }
  parliament_gap: {
    organisation_id: string
    id: string
    source: SourceName
    because: Gap['because']
    expected: number | null
    seen: number | null
    noted_at: string
    closed_at: string | null
  }
  parliament_apart: {
    organisation_id: string
    source: SourceName
    about: string
    because: string
    noted_at: string
  }
}

export const tables = ({ db }: Pick<Work, 'db'>): Kysely<Tables> => db.withTables<Tables>()
