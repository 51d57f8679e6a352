import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayRemoveDocument } from './case-document.ts'
import { openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { findFor } from './find-case.ts'
import { updateCase } from './store.ts'
import { emptyDocument, findDocumentRow } from './store-documents.ts'
import { deleteVersions } from './store-entries.ts'
import { noteEvent } from './write-entry.ts'

/**
 * Takes a document out of a case, with why. Its key goes too, so that parts which still lie around in the
 * files of the database open no more; a line stays that says that it was there, who removed it and why.
 */
export async function removeDocument(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  { caseId, id }: { caseId: string; id: string },
  reason: string,
): Promise<void> {
  const { actor, row, head } = await findFor(work, caseId, 'write')
  const found =
    (await findDocumentRow(work, { caseId, id })) ?? refuse('not-found', 'no-such-document')
  if (found.removed_at) return refuse('conflict', 'document-is-removed')
  const who = { personId: actor.personId, mayDecide: head.mayDecide }
  if (!mayRemoveDocument({ addedBy: found.added_by, removed: false }, who)) {
    return refuse('not-allowed', 'may-not-decide')
  }
  if (reason.trim() === '') return refuse('invalid', 'reasons-missing')
  const key = await openCaseKey(work, keyring, row)
  const words = key.seal(places.documentEnd(id), { text: reason })
  await emptyDocument(work, { caseId, id }, { by: actor.personId, words })
  // The line that says it was added names it.
  await deleteVersions(work, caseId, found.entry_id)
  const at = { caseId, by: actor.personId, key }
  await noteEvent(work, at, { event: 'document-removed', text: reason })
  updateCase(work, caseId)
  work.audit({ act: 'case.remove-document', subject: caseId, details: { document: id } })
}
