import { openJson } from '#platform/crypto.ts'
import { refuse } from '#platform/refusal.ts'
import { openChunks } from '#platform/sealed-chunks.ts'
import type { FileKind } from '#platform/upload/file-kind.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { DocumentWords } from './case-document.ts'
import { type CaseKey, documentContext, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { findVisible } from './find-case.ts'
import { findDocumentRow, listChunks } from './store-documents.ts'
import type { DocumentRow } from './tables.ts'

/** A document that somebody may read now; its bytes come with `documentBytes`. */
export type OpenedDocument = {
  readonly caseId: string
  readonly id: string
  readonly organisationId: string
  readonly kind: FileKind
  /** bytes */
  readonly size: number
  readonly name: string
  readonly chunks: number
  readonly key: Buffer
  readonly context: string
}

/** Opens a document for somebody in the circle; from here on it is in the trail that they read it. */
export async function readDocument(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  { caseId, id }: { caseId: string; id: string },
): Promise<OpenedDocument> {
  const { row } = await findVisible(work, caseId)
  const found =
    (await findDocumentRow(work, { caseId, id })) ?? refuse('not-found', 'no-such-document')
  const caseKey = await openCaseKey(work, keyring, row)
  const opened = openDocument(work, caseKey, found)
  if (!opened) return refuse('not-found', 'document-is-removed')
  work.audit({ act: 'case.read-document', subject: caseId, details: { document: id } })
  return {
    caseId,
    id,
    organisationId: work.actor.organisationId,
    kind: found.kind,
    size: found.size,
    name: opened.words.name,
    chunks: found.chunks,
    key: opened.key,
    context: documentContext(work, caseId, id),
  }
}

/** Parts that are fetched at once: a megabyte in memory for each reader. */
const partsAtOnce = 4

/**
 * The bytes, opened as they are read. After the reader's own transaction, which put it in the trail: a
 * slow line holds no connection. What is removed meanwhile ends the download there.
 */
export const documentBytes = (
  inTransaction: InTransaction,
  { caseId, id, organisationId, chunks, key, context }: OpenedDocument,
): AsyncGenerator<Buffer> =>
  openChunks(key, { context, count: chunks }, (from) =>
    inTransaction({ kind: 'system', name: 'download', organisationId }, 'follow-up-cases', (work) =>
      listChunks(work, { caseId, id }, { from, most: partsAtOnce }),
    ),
  )

/** The words of a document; nothing once it is removed. */
export const openDocumentWords = (
  work: Work,
  caseKey: CaseKey,
  row: SealedDocument,
): DocumentWords | undefined => openDocument(work, caseKey, row)?.words

type SealedDocument = Pick<DocumentRow, 'case_id' | 'id' | 'content_key' | 'content'>

function openDocument(work: Work, caseKey: CaseKey, row: SealedDocument) {
  if (!row.content_key || !row.content) return undefined
  const own = caseKey.open<string>(places.documentKey(row.id), row.content_key)
  const key = Buffer.from(own, 'base64')
  const context = documentContext(work, row.case_id, row.id)
  return { key, words: openJson<DocumentWords>(key, row.content, context) }
}
