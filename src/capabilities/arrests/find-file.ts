import type { PersonActor } from '#platform/actor.ts'
import type { RecordKey } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isCertified, mayWorkOnArrests } from './access.ts'
import type { ArrestDesk } from './desk.ts'
import type { FileKind } from './file.ts'
import { type FileContent, openFile } from './file-key.ts'
import { type FileRow, findFileRow } from './store.ts'

/** Which file: of its kind only. A file of the other kind is not here. */
export type Place = { readonly kind: FileKind; readonly id: string }

export type Found = {
  readonly actor: PersonActor
  readonly row: FileRow
  readonly key: RecordKey
  readonly content: FileContent
  readonly resealed: (content: FileContent) => Buffer
}

/** A person who works on arrests; anybody else has no business here. */
export function arrestWorker({ actor }: Pick<Work, 'actor'>): PersonActor {
  if (!mayWorkOnArrests(actor)) return refuse('not-allowed', 'has-no-arrests')
  return actor
}

/** A certified detective; whoever else works on arrests learns that they are not one. */
export function certifiedWorker(work: Pick<Work, 'actor'>): PersonActor {
  const actor = arrestWorker(work)
  if (!isCertified(actor)) return refuse('not-allowed', 'only-certified')
  return actor
}

/** The file, for someone who may see it; anyone else learns nothing, not even that it exists. */
export async function findFile(
  work: Work,
  { keyring }: Pick<ArrestDesk, 'keyring'>,
  { kind, id }: Place,
  lock = false,
): Promise<Found> {
  const actor = arrestWorker(work)
  const row =
    (await findFileRow(work, actor, { kind, id, lock })) ?? refuse('not-found', 'no-such-file')
  return { actor, row, ...(await openFile(work, keyring, row)) }
}

/** Locked, and not closed. */
export async function findToWrite(
  work: Work,
  desk: Pick<ArrestDesk, 'keyring'>,
  place: Place,
): Promise<Found> {
  const found = await findFile(work, desk, place, true)
  if (found.row.state === 'closed') refuse('conflict', 'file-is-closed')
  return found
}
