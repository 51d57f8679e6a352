import { findCase } from '#capabilities/cases/index.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import { readIntervision } from './read-intervision.ts'
import type { View } from './view.ts'

/** The table, and the code of its case for who is in that circle. */
export async function viewTable(
  work: Work,
  desk: IntervisionDesk,
  around: Pick<View, 'language' | 'origin'>,
  id: string,
): Promise<View> {
  const table = await readIntervision(work, desk, id)
  const caseCode = table.caseId ? await codeOf(work, table.caseId) : undefined
  return { ...around, knowledge: desk.knowledge, table, caseCode }
}

/** For anybody outside the circle there is no case. */
async function codeOf(work: Work, caseId: string): Promise<string | undefined> {
  try {
    return (await findCase(work, caseId)).code
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
