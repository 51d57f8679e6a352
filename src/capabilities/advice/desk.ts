import type { CaseDesk } from '#capabilities/cases/index.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type AdviceDesk = Pick<CaseDesk, 'keyring' | 'tell' | 'colleagues' | 'namesOf'> & {
  readonly cases: CaseDesk
}
