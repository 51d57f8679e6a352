import type { Kysely } from 'kysely'
import type { Work } from '#platform/work.ts'
import type { AgeBand } from './comparing.ts'
import type { FactKind, Law, ObjectionKind } from './dossier-words.ts'
import type { Basis, DossierState } from './non-punishment.ts'
import type { Following } from './signing.ts'

type InDossier = { organisation_id: string; dossier_id: string }
type Sealed = { content: Buffer }

export type DossierRow = Sealed & {
  organisation_id: string
  id: string
  code: string
  state: DossierState
  basis: Basis | null
  handler_id: string
  opened_by: string
  opened_at: string
  changed_at: string
  content_key: Buffer
  key: string | null
}

export type DossierTables = {
  dossier: DossierRow
  dossier_circle: InDossier & {
    id: string
    person_id: string
    added_by: string
    added_at: string
    ended_at: string | null
    ended_by: string | null
  }
  dossier_event: InDossier & {
    id: string
    kind: string
    happened_at: string
    by_person: string | null
    about_person: string | null
    about: string | null
    content: Buffer | null
    key: string | null
  }
  dossier_offence: InDossier &
    Sealed & { id: string; law: Law; article: string; withdrawn_at: string | null }
  dossier_fact: InDossier &
    Sealed & {
      id: string
      kind: FactKind
      happened_on: string | null
      added_at: string
      received_id: string | null
      recalled_at: string | null
      withdrawn_at: string | null
    }
  dossier_statement: InDossier &
    Sealed & {
      id: string
      element: string
      kind: 'statement' | 'unknown'
      facts: string[]
      against_facts: string[]
      from_on: string | null
      until_on: string | null
      added_at: string
      withdrawn_at: string | null
      offences: string[]
    }
  dossier_assessment: InDossier &
    Sealed & {
      id: string
      way: 'paper' | 'delivered'
      made_on: string
      entered_at: string
      facts: string[]
      /** of a delivered one: from whom, in which message, with its hash */
      from_id: string | null
      message_id: string | null
      hash: Buffer | null
    }
  dossier_decision: InDossier &
    Sealed & {
      id: string
      signed_by: string
      signed_at: string
      decided_on: string
      following: Following
      assessment_id: string | null
      routes_edition: string
      grounds_edition: string
      sheet_edition: string
      forms: string[]
      age_band: AgeBand
    }
  dossier_outcome: InDossier &
    Sealed & {
      decision_id: string
      offence_id: string
      stage: string
      route: string
      grounds: string[]
      looked_at: string[]
    }
  dossier_notice: InDossier &
    Sealed & {
      id: string
      decision_id: string
      recipient: string
      state: 'draft' | 'told' | 'not-told'
      told_on: string | null
      written_at: string
    }
  dossier_objection: InDossier &
    Sealed & {
      id: string
      decision_id: string
      kind: ObjectionKind
      received_on: string
      heard_on: string | null
      answered_on: string | null
      upheld: boolean | null
    }
}

export const tables = (work: Work): Kysely<DossierTables> => work.db.withTables<DossierTables>()
