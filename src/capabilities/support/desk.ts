import type { CaseDesk } from '#capabilities/cases/index.ts'
import type { Catalogue } from './catalogue.ts'

/** What the verbs about placements need besides their Work; made once at start. */
export type SupportDesk = {
  readonly cases: CaseDesk
  readonly catalogue: Catalogue
}
