import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Account } from './account.ts'
import type { Found } from './find-conversation.ts'
import type { Preparation } from './preparation.ts'
import { findLatestWriting, insertWriting, type WritingRow } from './store.ts'
import type { WritingKind } from './tables.ts'

type Content = { preparation: Preparation; account: Account }

const placeOf = (id: string, kind: WritingKind, version: number): string =>
  `conversation:${id}:${kind}:${version}`

export const openWriting = <K extends WritingKind>(
  { key }: Pick<Found, 'key'>,
  kind: K,
  { conversation_id, version, words }: WritingRow,
): Content[K] => key.open<Content[K]>(placeOf(conversation_id, kind, version), words)

/**
 * Adds a version. `after` is the one that its writer read: when another was written meanwhile this
 * refuses, and nothing of either is lost. 0 is before the first.
 */
export async function addVersion<K extends WritingKind>(
  work: Work,
  { actor, row, key }: Pick<Found, 'actor' | 'key'> & { readonly row: { id: string } },
  kind: K,
  { after, content }: { readonly after: number; readonly content: Content[K] },
): Promise<void> {
  const latest = await findLatestWriting(work, row.id, kind)
  if ((latest?.version ?? 0) !== after) return refuse('conflict', 'written-meanwhile')
  const version = after + 1
  await insertWriting(work, {
    conversation_id: row.id,
    kind,
    version,
    written_by: actor.personId,
    written_at: work.now.toString(),
    words: key.seal(placeOf(row.id, kind, version), content),
  })
}
