import type { Work } from '#platform/work.ts'
import type { Identity } from './case-file.ts'
import type { CaseDesk } from './desk.ts'
import { findVisible } from './find-case.ts'
import { openIdentity } from './identity.ts'

/**
 * For another capability that keeps names out of what leaves: who the case is about. Refuses `not-found` to
 * whoever may not see the case. Writes no entry in the trail: the act for which it is asked does.
 */
export async function readIdentity(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  caseId: string,
): Promise<Identity> {
  await findVisible(work, caseId)
  return (await openIdentity(work, desk, caseId)).identity
}
