import type { Work } from '#platform/work.ts'
import type { From } from './entry.ts'
import { updateCase } from './store.ts'
import { markEntriesRecalled } from './store-entries.ts'

/**
 * For sharing, as a part of the program: the organisation that delivered this took it back. What was written
 * stays, and says so.
 */
export async function markRecalled(work: Work, caseId: string, from: From): Promise<void> {
  const marked = await markEntriesRecalled(work, caseId, from)
  if (marked === 0) return
  updateCase(work, caseId)
  work.audit({ act: 'case.mark-recalled', subject: caseId, details: { count: marked } })
}
