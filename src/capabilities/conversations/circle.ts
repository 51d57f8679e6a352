import { circleOf } from '#capabilities/cases/index.ts'
import type { Work } from '#platform/work.ts'
import type { ConversationDesk } from './desk.ts'

/** A conversation is held, and an agreement kept, by somebody in the circle of the case. */
export const mayHold = async (
  work: Work,
  { cases }: ConversationDesk,
  caseId: string,
  personId: string,
): Promise<boolean> =>
  (await circleOf(work, cases, caseId)).some((one) => one.personId === personId)
