import { blindIndex, openJson, sealJson } from '#platform/crypto.ts'
import { type Keyring, openRecordKey, recordKey, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { FileKind, Person } from './file.ts'

/** What a file seals of itself. */
export type FileContent = {
  /** the same in every file on this young person, and in no plain row */
  readonly pseudonym: string
  readonly person: Person
  /** of an arrest: ids in the list of offences, and their own words beside them */
  readonly offences: readonly string[]
  readonly offenceWords: string
  readonly place: string
  /** of an arrest: the day of the fact, as an ISO date; empty or absent: nobody wrote it down */
  readonly factOn?: string
  /** of the other file: why it was opened */
  readonly reason: string
}

const contextOf = (work: Work, id: string): string =>
  `police-file:${work.actor.organisationId}:${id}`

/** The names of the places within a file. */
export const places = {
  note: (id: string) => `note:${id}`,
  look: (id: string) => `look:${id}`,
  circle: (id: string) => `circle:${id}`,
  circleEnd: (id: string) => `circle-end:${id}`,
}

/** A key for a new file, wrapped by that of the organisation, and its content sealed with it. */
export async function newFileKey(work: Work, keyring: Keyring, id: string, content: FileContent) {
  const made = sealRecord(await keyring.keyOf(work), contextOf(work, id), content)
  return {
    key: recordKey(made.key, contextOf(work, id)),
    wrapped: made.wrappedKey,
    content: made.sealed,
  }
}

type Sealed = { readonly id: string; readonly content_key: Buffer; readonly content: Buffer }

export async function openFile(work: Work, keyring: Keyring, row: Sealed) {
  const context = contextOf(work, row.id)
  const key = openRecordKey(await keyring.keyOf(work), context, row.content_key)
  return {
    key: recordKey(key, context),
    content: openJson<FileContent>(key, row.content, context),
    resealed: (content: FileContent) => sealJson(key, content, context),
  }
}

/**
 * Under which a file of this kind on this young person is found. Another for each kind, so that nobody who
 * reads the rows sees which two files belong together.
 */
export const pseudonymIndex = async (
  work: Work,
  keyring: Keyring,
  kind: FileKind,
  pseudonym: string,
): Promise<Buffer> => blindIndex(await keyring.keyOf(work), `police-file-${kind}`, pseudonym)

/**
 * Under which a received fact is found in one file. Another in each file, and only with the key of the
 * organisation, so that a fact that was taken into two files does not tie them together.
 */
export const receivedIndex = async (
  work: Work,
  keyring: Keyring,
  fileId: string,
  itemId: string,
): Promise<Buffer> =>
  blindIndex(await keyring.keyOf(work), 'police-file-received', `${fileId}:${itemId}`)
