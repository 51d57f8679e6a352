import { openRecord, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import { listTaken, type TakenRow } from './received-store.ts'
import type { FileKind } from './shareable-fact.ts'

/** Into which own file a received fact was taken. */
export type TakenFile = { readonly kind: FileKind; readonly id: string }

export type Taken = Omit<TakenRow, 'content_key' | 'content'> & { readonly file: TakenFile }

const contextOf = (work: Work, id: string): string => `taken:${work.actor.organisationId}:${id}`

/** As it goes into the row: the rows tie no file to the delivery, nor to another file. */
export async function sealedFile(
  work: Work,
  { keyring }: Pick<SharingDesk, 'keyring'>,
  id: string,
  file: TakenFile,
): Promise<Pick<TakenRow, 'content_key' | 'content'>> {
  const made = sealRecord(await keyring.keyOf(work), contextOf(work, id), file)
  return { content_key: made.wrappedKey, content: made.sealed }
}

/** Everything that was taken from a delivery, whoever may know of the file: ask that before it is shown. */
export async function readTaken(
  work: Work,
  { keyring }: Pick<SharingDesk, 'keyring'>,
  receivedId: string,
): Promise<readonly Taken[]> {
  const key = await keyring.keyOf(work)
  return (await listTaken(work, receivedId)).map(({ content_key, content, ...row }) => ({
    ...row,
    file: openRecord<TakenFile>(key, contextOf(work, row.id), content_key, content),
  }))
}
