import type { Kysely } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'

type Sealed = { readonly content_key: Buffer; readonly content: Buffer }

/** How an organisation's counts stand at the ministry. */
export type CountState = 'sent' | 'received' | 'refused'

type Tables = {
  figure_publishing: {
    organisation_id: string
    ministry_id: string
    since: string
    turned_on_by: string
    turned_on_at: string
    turned_off_at: string | null
  }
  figure_count: Sealed & {
    organisation_id: string
    id: string
    definition: string
    definition_version: number
    period: string
    number: number
    ministry_id: string
    counted_at: string
    counted_by: string | null
    state: CountState
    refused_because: string | null
  }
  figure_received: Sealed & {
    organisation_id: string
    id: string
    from_id: string
    definition: string
    definition_version: number
    period: string
    number: number
    received_at: string
  }
  figure_edition: {
    organisation_id: string
    definition: string
    period: string
    edition: number
    published_on: string
    organisations: number
    content: string
    hash: Buffer
  }
  figure_edition_member: {
    organisation_id: string
    definition: string
    period: string
    edition: number
    from_id: string
    number: number
  }
  /** public facts from registers, and which ministry makes national figures */
  organisation: {
    id: string
    kind: OrganisationKind
    name: string
    makes_national_figures: boolean
  }
}

export type CountRow = Tables['figure_count']
export type ReceivedRow = Tables['figure_received']
export type EditionRow = Tables['figure_edition']
export type MemberRow = Tables['figure_edition_member']

export const tables = (work: Work): Kysely<Tables> => work.db.withTables<Tables>()
