import { findCase } from '#capabilities/cases/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayAsk } from './access.ts'
import { listAdvisers, type Party } from './organisations.ts'

/** What the form of a new question needs: whom can be asked, and the case that it is about. */
export async function beginAdvice(
  work: Work,
  caseId: string | undefined,
): Promise<{ advisers: readonly Party[]; head: { id: string; code: string } | undefined }> {
  if (!mayAsk(work.actor)) return refuse('not-allowed', 'may-not-ask')
  const head = caseId ? await findCase(work, caseId) : undefined
  const advisers = await listAdvisers(work)
  work.audit({ act: 'advice.begin', ...(head ? { subject: head.id } : {}) })
  return { advisers, head: head && { id: head.id, code: head.code } }
}
