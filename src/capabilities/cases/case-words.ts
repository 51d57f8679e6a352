import { type Keyring, type RecordKey, unwrapRecordKey } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'

/** What a sealed value belongs to; it cannot be opened under another row's name. */
export const caseContext = (work: Work, id: string): string =>
  `case:${work.actor.organisationId}:${id}`

export const identityContext = (work: Work, id: string): string =>
  `case-identity:${work.actor.organisationId}:${id}`

/** Words and parts of a document are sealed with its own key under these names. */
export const documentContext = (work: Work, caseId: string, id: string): string =>
  `${caseContext(work, caseId)}:document:${id}`

export type CaseKey = RecordKey

export const openCaseKey = (
  work: Work,
  keyring: Keyring,
  { id, content_key }: { readonly id: string; readonly content_key: Buffer },
): Promise<CaseKey> => unwrapRecordKey(work, keyring, caseContext(work, id), content_key)

/** The names of the places within a case. */
export const places = {
  question: 'question',
  entry: (id: string, version: number) => `entry:${id}:${version}`,
  circle: (id: string) => `circle:${id}`,
  circleEnd: (id: string) => `circle-end:${id}`,
  task: (id: string) => `task:${id}`,
  taskEnd: (id: string) => `task-end:${id}`,
  role: (id: string) => `role:${id}`,
  roleEnd: (id: string) => `role-end:${id}`,
  documentKey: (id: string) => `document-key:${id}`,
  documentEnd: (id: string) => `document-end:${id}`,
} as const
