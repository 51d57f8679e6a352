import type { Kysely } from 'kysely'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { AnsweredState, FilmRequestState } from './film.ts'

export type FilmTables = {
  training_film_request: {
    organisation_id: string
    id: string
    asked_of: string
    state: FilmRequestState
    asked_by: string
    asked_at: string
    wrapped_key: Buffer
    content: Buffer
    answered_at: string | null
    lent_until: string | null
    returned_on: string | null
    answer: Buffer | null
    key: string | null
  }
  training_film_loan: {
    organisation_id: string
    id: string
    from_id: string
    request_id: string
    state: 'waiting' | AnsweredState
    received_at: string
    wrapped_key: Buffer
    content: Buffer
    answered_by: string | null
    answered_at: string | null
    lent_until: string | null
    returned_on: string | null
    answer: Buffer | null
  }
  /** public facts from registers */
  organisation: { id: string; name: string; kind: OrganisationKind }
  /** of identity; read here only to know whom to tell */
  membership: { organisation_id: string; person_id: string; roles: string[]; active: boolean }
}

export const filmTables = (work: Work): Kysely<FilmTables> => work.db.withTables<FilmTables>()
