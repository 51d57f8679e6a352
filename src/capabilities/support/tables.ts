import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { PlacementEventKind, PlacementState } from './placement.ts'

export type OfferState = 'published' | 'withdrawn'

export type OfferColumns = {
  intervention: string | null
  title: string | null
  edition: string
  about: string
  municipality: string
  school_types: string[]
  starts_on: string | null
  places: number | null
  places_on: string | null
  contact_function: string
  contact_way: string
}

export type SupportTables = {
  help_offer: OfferColumns & {
    organisation_id: string
    id: string
    state: OfferState
    version: number
    published_by: string
    published_at: string
    changed_at: string
    key: string | null
  }
  help_offer_event: {
    organisation_id: string
    offer_id: string
    id: string
    kind: 'published' | 'changed' | 'withdrawn'
    happened_at: string
    by_person: string
  }
  placement: {
    organisation_id: string
    id: string
    case_id: string
    state: PlacementState
    intervention: string | null
    edition: string
    offer_id: string | null
    proposed_on: string
    agreed_on: string | null
    started_on: string | null
    ended_on: string | null
    evaluated_on: string | null
    stopped_on: string | null
    proposed_by: string
    proposed_at: string
    key: string | null
    content: Buffer
  }
  placement_event: {
    organisation_id: string
    placement_id: string
    id: string
    kind: PlacementEventKind
    happened_on: string
    written_at: string
    by_person: string
    content: Buffer
    key: string | null
  }
}

export const tables = (work: Work): Kysely<SupportTables> => work.db.withTables<SupportTables>()
