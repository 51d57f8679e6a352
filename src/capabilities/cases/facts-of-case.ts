import { refuse } from '#platform/refusal.ts'
import { together } from '#platform/together.ts'
import type { Work } from '#platform/work.ts'
import type { Identity } from './case-file.ts'
import { openCaseKey } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import type { NewEntry } from './entry.ts'
import { type CaseHead, type Found, findVisible } from './find-case.ts'
import { openIdentity } from './identity.ts'
import { type LineItem, readLine } from './read-line.ts'
import { writeIn } from './write-entry.ts'

/** What is in a case, thing by thing, with who it is about. */
export type FactsOfCase = {
  readonly identity: Identity
  /** the oldest first; what was withdrawn, what its sender recalled and what was done with the case itself are left out */
  readonly items: readonly Exclude<LineItem, { kind: 'event' }>[]
}

/** A case out of which somebody shares. */
export type CaseToShare = {
  readonly head: CaseHead
  /** Everything in it. Writes no entry in the trail: the act for which it is asked does. */
  facts(): Promise<FactsOfCase>
  /** Writes something in it, as `writeEntry` does; when it was opened to write. */
  write(entry: NewEntry): Promise<void>
}

/**
 * For sharing: the case of this coordinator. Refuses `not-found` to everybody else, also to others in its circle: what
 * leaves is for who coordinates. With `lock` it stays as it is until the commit. Nothing is read in it yet.
 */
export async function openToShare(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  id: string,
  lock = false,
): Promise<CaseToShare> {
  const found = await findVisible(work, id, lock)
  if (!found.head.isCoordinator) return refuse('not-found', 'no-such-case')
  return {
    head: found.head,
    facts: () => factsIn(work, desk, found),
    async write(entry) {
      if (!lock) throw new Error('A case that was opened to read is not written in.')
      await writeIn(work, desk, found, entry)
    },
  }
}

async function factsIn(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  { row }: Found,
): Promise<FactsOfCase> {
  const key = await openCaseKey(work, desk.keyring, row)
  const [{ identity }, line] = await together(
    openIdentity(work, desk, row.id),
    readLine(work, key, row.id, { all: true, otherFiles: false }),
  )
  const items = line.items
    .filter((one) => one.kind !== 'event')
    .filter((one) => one.withdrawnBecause === undefined && one.recalledAt === undefined)
    .toReversed()
  return { identity, items }
}
