import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Identity } from './case-file.ts'
import { openCaseKey } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { type CaseHead, findVisible } from './find-case.ts'
import { openIdentity } from './identity.ts'
import { type LineItem, readLine } from './read-line.ts'

/** What is in a case, thing by thing, with who it is about. */
export type FactsOfCase = {
  readonly head: CaseHead
  readonly identity: Identity
  /** the oldest first; what was withdrawn, what its sender recalled and what was done with the case itself are left out */
  readonly items: readonly Exclude<LineItem, { kind: 'event' }>[]
}

/** The case out of which this coordinator shares; refuses `not-found` as `factsOfCase` does, and reads nothing in it. */
export const headToShareFrom = async (work: Work, id: string): Promise<CaseHead> =>
  (await findToShareFrom(work, id)).head

async function findToShareFrom(work: Work, id: string) {
  const found = await findVisible(work, id)
  return found.head.isCoordinator ? found : refuse('not-found', 'no-such-case')
}

/**
 * For sharing: everything in the case of this coordinator. Refuses `not-found` to everybody else, also to others in
 * its circle: what leaves is for who coordinates. Writes no entry in the trail: the act for which it is asked does.
 */
export async function factsOfCase(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  id: string,
): Promise<FactsOfCase> {
  const { row, head } = await findToShareFrom(work, id)
  const key = await openCaseKey(work, desk.keyring, row)
  const [{ identity }, line] = await Promise.all([
    openIdentity(work, desk, id),
    readLine(work, key, id, { all: true, otherFiles: false }),
  ])
  const items = line.items
    .filter((one) => one.kind !== 'event')
    .filter((one) => one.withdrawnBecause === undefined && one.recalledAt === undefined)
    .toReversed()
  return { head, identity, items }
}
