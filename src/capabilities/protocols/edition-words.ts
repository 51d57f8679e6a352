import { sealJson } from '#platform/crypto.ts'
import { type Keyring, openRecord, openRecordKey, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { EditionContent } from './edition.ts'
import type { EditionRow } from './tables.ts'

const contextOf = (work: Work, id: string): string =>
  `protocol-edition:${work.actor.organisationId}:${id}`

type Sealed = Pick<EditionRow, 'id' | 'content_key' | 'content'>

export async function sealEdition(
  work: Work,
  keyring: Keyring,
  id: string,
  content: EditionContent,
): Promise<Pick<EditionRow, 'content_key' | 'content'>> {
  const record = sealRecord(await keyring.keyOf(work), contextOf(work, id), content)
  return { content_key: record.wrappedKey, content: record.sealed }
}

/** The same edition with other words. */
export async function sealAgain(
  work: Work,
  keyring: Keyring,
  { id, content_key }: Sealed,
  content: EditionContent,
): Promise<Buffer> {
  const context = contextOf(work, id)
  const key = openRecordKey(await keyring.keyOf(work), context, content_key)
  return sealJson(key, content, context)
}

export const openEdition = async (
  work: Work,
  keyring: Keyring,
  { id, content_key, content }: Sealed,
): Promise<EditionContent> =>
  openRecord<EditionContent>(await keyring.keyOf(work), contextOf(work, id), content_key, content)
