import { findCase } from '#capabilities/cases/index.ts'
import { type FoundParties, findParties, type PartySearch } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { advisingKinds, mayAsk } from './access.ts'

type Beginning = {
  readonly caseId: string | undefined
  readonly search: PartySearch
  /** who was chosen before */
  readonly chosen: string
}

/** What the form of a new question needs: whom can be asked, and the case that it is about. */
export async function beginAdvice(
  work: Work,
  { caseId, search, chosen }: Beginning,
): Promise<{ advisers: FoundParties; head: { id: string; code: string } | undefined }> {
  if (!mayAsk(work.actor)) return refuse('not-allowed', 'may-not-ask')
  const head = caseId ? await findCase(work, caseId) : undefined
  const advisers = await findParties(work, { kinds: advisingKinds, search, chosen: [chosen] })
  work.audit({ act: 'advice.begin', ...(head ? { subject: head.id } : {}) })
  return { advisers, head: head && { id: head.id, code: head.code } }
}
