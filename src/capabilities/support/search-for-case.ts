import { type CaseHead, findCase } from '#capabilities/cases/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

/** Somebody of the circle looks for help for this case. What is asked stays in the address alone. */
export async function searchForCase(work: Work, caseId: string): Promise<CaseHead> {
  const head = await findCase(work, caseId)
  work.audit({ act: 'placement.search', subject: caseId })
  return head
}

/** Opens the form of a proposal, for who may decide in an open case. */
export async function beginProposal(work: Work, caseId: string): Promise<CaseHead> {
  const head = await findCase(work, caseId)
  if (!head.mayDecide) refuse('not-allowed', 'may-not-decide')
  if (head.state !== 'open') refuse('conflict', 'case-is-closed')
  work.audit({ act: 'placement.begin', subject: caseId })
  return head
}
