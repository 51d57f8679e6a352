import { newKey, sealJson } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { chunksOf, sealChunks } from '#platform/sealed-chunks.ts'
import type { TakenFile } from '#platform/upload/accept-file.ts'
import type { Work } from '#platform/work.ts'
import { mostDocuments } from './case-document.ts'
import { documentContext, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { findFor } from './find-case.ts'
import { updateCase } from './store.ts'
import {
  findDocumentByKey,
  insertChunk,
  insertDocument,
  listDocumentRows,
} from './store-documents.ts'
import { noteEvent } from './write-entry.ts'

type NewDocument = { readonly file: TakenFile; readonly note: string }

/**
 * Keeps a file that was taken, sealed part by part with a key of its own. Everybody in the circle may.
 * With `key`, the same form sent twice counts once. Answers its id.
 */
export async function addDocument(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  caseId: string,
  { file: { kind, name, bytes }, note }: NewDocument,
  key?: string,
): Promise<string> {
  const { actor, row } = await findFor(work, caseId, 'write')
  const before = key && (await findDocumentByKey(work, caseId, key))
  if (before) {
    work.audit({ act: 'case.add-document-again', subject: caseId })
    return before.id
  }
  const others = await listDocumentRows(work, caseId, mostDocuments)
  if (others.length >= mostDocuments) return refuse('invalid', 'too-many-documents')
  const id = newId()
  const caseKey = await openCaseKey(work, keyring, row)
  const own = newKey()
  const context = documentContext(work, caseId, id)
  const at = { caseId, by: actor.personId, key: caseKey }
  const entryId = await noteEvent(work, at, { event: 'document-added', text: name })
  await insertDocument(work, {
    case_id: caseId,
    id,
    kind,
    size: bytes.length,
    chunks: chunksOf(bytes.length),
    added_by: actor.personId,
    entry_id: entryId,
    key: key ?? null,
    content_key: caseKey.seal(places.documentKey(id), own.toString('base64')),
    content: sealJson(own, { name, note }, context),
  })
  let nth = 0
  for (const part of sealChunks(own, context, bytes)) {
    await insertChunk(work, { caseId, id }, nth, part)
    nth += 1
  }
  updateCase(work, caseId)
  work.audit({
    act: 'case.add-document',
    subject: caseId,
    details: { document: id, kind, size: bytes.length },
  })
  return id
}
