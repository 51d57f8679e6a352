import type { CaseDesk } from '#capabilities/cases/index.ts'
import type { Law } from '#capabilities/law/index.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type TableDesk = Pick<CaseDesk, 'keyring' | 'tell' | 'colleagues' | 'namesOf'> & {
  readonly cases: CaseDesk
  readonly law: Law
}
