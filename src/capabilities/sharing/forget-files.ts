import type { Work } from '#platform/work.ts'
import { deleteDraftsOf, eraseWordsOf } from './forget-store.ts'
import type { FileKind } from './shareable-fact.ts'

/** Nothing leaves a file that lies apart: what was begun from it goes. For the transaction that puts it away. */
export async function forgetDraftsOf(
  work: Work,
  kind: FileKind,
  ids: readonly string[],
): Promise<void> {
  for (const id of await deleteDraftsOf(work, { kind, ids })) {
    work.audit({ act: 'sharing.forget-draft', subject: id })
  }
}

/**
 * A file is erased: the copies of its words that left go with it, here. What stays says that something was delivered:
 * reference, to whom, ground, day, number of facts and hash. For the transaction that erases it.
 */
export async function forgetFiles(
  work: Work,
  kind: FileKind,
  ids: readonly string[],
): Promise<void> {
  await forgetDraftsOf(work, kind, ids)
  for (const id of await eraseWordsOf(work, { kind, ids })) {
    work.audit({ act: 'sharing.erase-words', subject: id })
  }
}
