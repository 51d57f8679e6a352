import type { CaseDesk } from '#capabilities/cases/index.ts'
import type { Knowledge } from '#capabilities/knowledge/index.ts'

/** What the verbs of this capability need besides their Work; made once at start. */
export type ConversationDesk = {
  readonly cases: CaseDesk
  readonly knowledge: Knowledge
}

/** Which conversation of which case. */
export type Place = { readonly caseId: string; readonly id: string }

export const pathOf = ({ caseId, id }: Place): string => `/casussen/${caseId}/gesprek/${id}`
