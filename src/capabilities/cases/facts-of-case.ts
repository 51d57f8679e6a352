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

/**
 * For sharing: everything in the case of this coordinator. Refuses `not-found` to everybody else, also to others in
 * its circle: what leaves is for who coordinates. Writes no entry in the trail: the act for which it is asked does.
 */
export async function factsOfCase(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  id: string,
): Promise<FactsOfCase> {
  const { row, head } = await findVisible(work, id)
  if (!head.isCoordinator) refuse('not-found', 'no-such-case')
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
