import { findCase } from '#capabilities/cases/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayConvene } from './access.ts'
import { listInvitable, type Party } from './organisations.ts'

/** What the form of a new table needs: whom can be invited, and the case that it is about. */
export async function beginTable(
  work: Work,
  caseId: string | undefined,
): Promise<{ parties: readonly Party[]; head: { id: string; code: string } | undefined }> {
  if (!mayConvene(work.actor)) return refuse('not-allowed', 'may-not-convene')
  const head = caseId ? await findCase(work, caseId) : undefined
  const parties = await listInvitable(work)
  work.audit({ act: 'round-table.begin', ...(head ? { subject: head.id } : {}) })
  return { parties, head: head && { id: head.id, code: head.code } }
}
