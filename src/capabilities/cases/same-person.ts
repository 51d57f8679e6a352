import type { PersonActor } from '#platform/actor.ts'
import type { Work } from '#platform/work.ts'
import type { Identity } from './case-file.ts'
import { openCaseKey } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { caseWorker } from './find-case.ts'
import { type IdentityIndexes, indexesFor } from './identity.ts'
import { listSamePerson } from './store.ts'
import { isInCircle } from './store-circle.ts'
import { noteEvent } from './write-entry.ts'

type SameCase = { readonly id: string; readonly code: string }

/**
 * Open cases in this person's own circle that may be about the same young person, but for the one that the
 * form with this key opened a moment ago.
 */
export async function listOwnSame(
  work: Work,
  actor: PersonActor,
  { indexes, key }: { indexes: IdentityIndexes; key?: string | undefined },
): Promise<readonly SameCase[]> {
  const all = await listSamePerson(work, actor, indexes)
  return all
    .filter((one) => one.mine && (one.key === null || one.key !== key))
    .map(({ id, code }) => ({ id, code }))
}

/** The same for a page: only what this person sees already, so nobody learns of a file of others. */
export async function readOwnSame(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  identity: Identity,
): Promise<readonly SameCase[]> {
  const actor = caseWorker(work)
  const indexes = await indexesFor(work, desk, identity)
  const found = await listOwnSame(work, actor, { indexes })
  work.audit({ act: 'case.look-for-same', details: { count: found.length } })
  return found
}

/**
 * Whoever coordinates another open file that may be on the same young person hears so, with the name of
 * who opened or renamed this one; they learn nothing of a file that is not theirs to see (decision 90).
 */
export async function tellOthers(
  work: Work,
  desk: CaseDesk,
  { id, actor, indexes }: { id: string; actor: PersonActor; indexes: IdentityIndexes },
): Promise<void> {
  const by = actor.personId
  for (const other of await listSamePerson(work, actor, indexes)) {
    if (other.id === id || other.coordinator_id === by) continue
    const key = await openCaseKey(work, desk.keyring, other)
    await noteEvent(work, { caseId: other.id, by, key }, { event: 'same-person', aboutPerson: by })
    const { coordinator_id: to, code: reference } = other
    // Of somebody who left and came back without it, the case is not theirs to hear of.
    if (!(await isInCircle(work, other.id, to))) continue
    await desk.tell(work, { to, template: 'case-same-person', reference })
  }
}
