import type { FileKind } from '#platform/upload/file-kind.ts'
import type { Work } from '#platform/work.ts'
import { type DocumentWords, mayRemoveDocument, mostDocuments } from './case-document.ts'
import { type CaseKey, openCaseKey, places } from './case-words.ts'
import { type CaseDesk, namesFor } from './desk.ts'
import { type CaseHead, findVisible } from './find-case.ts'
import { openDocumentWords } from './read-document.ts'
import { listDocumentRows } from './store-documents.ts'
import type { DocumentRow } from './tables.ts'

/** A document as the list shows it, with every field named. */
export type ListedDocument = {
  readonly id: string
  readonly kind: FileKind
  /** bytes */
  readonly size: number
  readonly addedBy: string
  readonly addedAt: string
  /** none once it is removed */
  readonly words: DocumentWords | undefined
  readonly removed:
    | { readonly by: string; readonly at: string; readonly reason: string }
    | undefined
  readonly mayRemove: boolean
}

export type DocumentList = {
  readonly head: CaseHead
  readonly documents: readonly ListedDocument[]
  readonly names: ReadonlyMap<string, string>
}

/** The documents of a case, newest first. */
export async function listDocuments(
  work: Work,
  desk: CaseDesk,
  caseId: string,
): Promise<DocumentList> {
  const { actor, row, head } = await findVisible(work, caseId)
  const key = await openCaseKey(work, desk.keyring, row)
  const rows = await listDocumentRows(work, caseId, mostDocuments)
  const who = { personId: actor.personId, mayDecide: head.mayDecide }
  const documents = rows.map((one) => listed(work, key, one, who, head))
  work.audit({ act: 'case.list-documents', subject: caseId, details: { count: rows.length } })
  return {
    head,
    documents,
    names: await namesFor(
      work,
      desk,
      documents.flatMap((one) => [one.addedBy, one.removed?.by]),
    ),
  }
}

function listed(
  work: Work,
  key: CaseKey,
  row: DocumentRow,
  who: { personId: string; mayDecide: boolean },
  { state }: CaseHead,
): ListedDocument {
  const removed =
    row.removed_by && row.removed_at && row.removed_words
      ? {
          by: row.removed_by,
          at: row.removed_at,
          reason: key.open<{ text: string }>(places.documentEnd(row.id), row.removed_words).text,
        }
      : undefined
  const what = { addedBy: row.added_by, removed: removed !== undefined }
  return {
    id: row.id,
    kind: row.kind,
    size: row.size,
    addedBy: row.added_by,
    addedAt: row.added_at,
    words: openDocumentWords(work, key, row),
    removed,
    mayRemove: state === 'open' && mayRemoveDocument(what, who),
  }
}
