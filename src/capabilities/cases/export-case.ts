import type { Work } from '#platform/work.ts'
import type { CaseDesk } from './desk.ts'
import { type ListedDocument, listDocuments } from './list-documents.ts'
import { type ReadCase, readCase } from './read-case.ts'

/** A whole case as it goes onto paper. */
export type ExportedCase = {
  readonly file: ReadCase
  readonly documents: readonly ListedDocument[]
  readonly names: ReadonlyMap<string, string>
}

/**
 * The whole file, for whoever may see it, to leave the program on paper or as a PDF. Ask first that they
 * prove who they are. That it left, and how, is in the trail besides that it was read.
 */
export async function exportCase(
  work: Work,
  desk: CaseDesk,
  caseId: string,
  form: 'print' | 'pdf',
): Promise<ExportedCase> {
  const file = await readCase(work, desk, caseId, { whole: true })
  const { documents, names } = await listDocuments(work, desk, caseId)
  work.audit({ act: 'case.export', subject: caseId, details: { form } })
  return { file, documents, names: new Map([...file.names, ...names]) }
}
